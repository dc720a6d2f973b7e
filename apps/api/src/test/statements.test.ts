import { beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { given, type World } from './given.ts'
import { type StatementRow, statementsOf } from './statements.ts'

const src = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.statements.ts'))
const rows: StatementRow[] = []
for (const file of files) {
  const module: { statements: readonly StatementRow[] } = await import(join(src, file))
  rows.push(...module.statements)
}

/** A world with several of everything, each related to several others. */
async function crowd(): Promise<World> {
  const world = await given.world()
  await given.pairing(world.community, world.practitioner)
  for (let n = 0; n < 3; n += 1) {
    const firm = await given.firm(world.bureau, { streetCode: world.streetCode })
    for (let m = 0; m < 3; m += 1) {
      const practitioner = await given.practitioner(m === 0 ? world.firm : firm, {
        specialties: {
          create: [
            { topicCode: 'LABOUR', level: 3 },
            { topicCode: 'TAX', level: 1 },
          ],
        },
      })
      const community = await given.community(world.bureau, {
        demands: { create: [{ topicCode: 'LABOUR', weight: 3 }] },
      })
      await given.pairing(community, practitioner)
    }
  }
  return world
}

describe('每个操作的 SQL 语句数', () => {
  let world: World
  beforeAll(async () => {
    world = await crowd()
  })

  test.each(rows.map((row) => [row.name, row.count, row] as const))('%s 用 %d 条', async (_name, count, row) => {
    await row.prepare?.(world)
    const texts = await statementsOf(row.as?.(world) ?? world.admin, row.document, await row.variables(world))
    // The statements themselves tell what went wrong.
    expect(texts.length === count ? [] : texts.map((text) => text.slice(0, 160))).toEqual([])
  })
})
