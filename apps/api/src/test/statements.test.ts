import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { mutationCall, operations, queryCall } from './operations.ts'
import { neighboured, type Populated, populated } from './populated.ts'
import { statementsOf } from './statements.ts'

/**
 * How many SQL statements each operation of the web takes, in a world with one of everything and in one with several:
 * operation → [one, several]. After a change that is meant: `RECORD_STATEMENTS=1 pnpm test api statements`, and look
 * at what has changed.
 */
const file = new URL('statements.json', import.meta.url)
const recorded: Record<string, readonly [one: number, several: number]> = JSON.parse(readFileSync(file, 'utf8'))
const isRecording = process.env['RECORD_STATEMENTS'] === '1'
const counted: Record<string, readonly [number, number]> = {}
const all = operations()

/** Whose row of the permission matrix is a wrong password. */
const refused = ['SignIn', 'ChangePassword']

function isMissing(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return answer === null
  return '__typename' in answer && answer.__typename === 'Refusal'
}

describe('每个操作的 SQL 语句数：记录在册，不随行数增加', () => {
  let one: Populated
  let several: Populated
  beforeAll(async () => {
    one = await populated(1)
    several = await populated(3)
  }, 60_000)

  test.each(all.map((it) => [it.name, it] as const))('%s', async (name, operation) => {
    const statements = async (world: Populated, neighbours: number) => {
      const { viewer, variables } = operation.isMutation
        ? await mutationCall(operation, await neighboured(neighbours))
        : queryCall(operation, world)
      const { texts, answers } = await statementsOf(viewer, operation.text, variables)
      expect([name, answers.filter((it) => isMissing(it) && !refused.includes(name))]).toEqual([name, []])
      return texts
    }
    const [few, many] = [await statements(one, 0), await statements(several, 2)]
    counted[name] = [few.length, many.length]
    // The statements themselves tell what went wrong.
    expect(many.length > few.length ? many.map((text) => text.slice(0, 200)) : []).toEqual([])
    if (!isRecording) expect({ [name]: counted[name] }).toEqual({ [name]: recorded[name] })
  })

  test('没有多余的记录', () => {
    const names = all.map(({ name }) => name)
    if (!isRecording) expect(Object.keys(recorded).filter((name) => !names.includes(name))).toEqual([])
    expect(names).toEqual([...new Set(names)])
  })

  afterAll(() => {
    if (isRecording)
      writeFileSync(file, `${JSON.stringify(counted, null, 2).replaceAll(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')}\n`)
  })
})
