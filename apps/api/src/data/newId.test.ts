import { expect, test } from '@jest/globals'
import { newId } from './newId.ts'

test('新编号是第 7 版 UUID，后来的排在后面，不重样', async () => {
  const before = Date.now()
  const ids = Array.from({ length: 10_000 }, newId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  expect(parseInt(ids[0]?.replaceAll('-', '').slice(0, 12) ?? '', 16)).toBeGreaterThanOrEqual(before)
  await new Promise((resolve) => setTimeout(resolve, 2))
  expect(newId() > (ids.at(-1) ?? '')).toBe(true)
})
