import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { addMonths, monthOf } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import { dictionaryOf } from '../dictionaries/dictionary.ts'
import { db, fromToday, given, globalId, type World } from './given.ts'
import { givenServiceLog, pairingIn } from './givenVisits.ts'
import { operations } from './operations.ts'
import { populated } from './populated.ts'
import { statementsOf } from './statements.ts'

interface Batch {
  /** The input over `n` things, made in this world. */
  readonly input: (world: World, n: number) => Promise<object>
  /** The world it is done in, where it needs more than the usual one. */
  readonly world?: (n: number) => Promise<World>
  readonly viewer?: (world: World) => World['admin']
  /** Statements with two things and with three. */
  readonly counts: readonly [two: number, three: number]
  /** Why it grows with the things, where it does. */
  readonly why?: string
}

const times = async <T>(n: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  for (let index = 0; index < n; index += 1) made.push(await make(index))
  return made
}

async function logs(world: World, n: number, values: object = {}) {
  const pairing = await pairingIn(world)
  const made = await times(n, (index) => givenServiceLog(pairing, { content: `第${index}篇`, ...values }))
  return { ids: made.map(({ id }) => globalId('ServiceLog', id)) }
}

async function people(world: World, n: number) {
  const made = await times(n, () => given.practitioner(world.firm))
  return { practitionerIds: made.map(({ id }) => globalId('Practitioner', id)) }
}

const term = { termFrom: fromToday(0), termTo: fromToday(400) }

/** The acts over many things, by the name of the web's operation. */
const batches: Readonly<Record<string, Batch>> = {
  ConfirmServiceLogs: { input: (world, n) => logs(world, n), counts: [5, 5] },
  ReturnServiceLogs: {
    input: async (world, n) => ({ ...(await logs(world, n)), reason: '请补写结果' }),
    counts: [5, 5],
  },
  VoidServiceLogs: { input: async (world, n) => ({ ...(await logs(world, n)), reason: '重复填写' }), counts: [5, 5] },
  RecordAssessments: {
    input: async (world, n) => ({ ...(await people(world, n)), year: 2025, result: 'COMPETENT' }),
    counts: [3, 3],
  },
  CreatePractitionerAccounts: {
    viewer: (world) => world.sysAdmin,
    input: people,
    counts: [8, 8],
  },
  PairCommunities: {
    input: async (world, n) => {
      const lines = await times(n, async () => ({
        communityCode: (await given.community(world.bureau)).code,
        practitionerId: globalId('Practitioner', (await given.practitioner(world.firm)).id),
      }))
      return { idempotencyKey: randomUUID(), visitsPerMonth: 1, ...term, lines }
    },
    counts: [11, 13],
    why: 'each is inserted by itself, after a look at the person’s firm: the database refuses it by the name of its community',
  },
  UndoPairings: {
    input: async (world, n) => {
      const batchId = randomUUID()
      await times(n, async () =>
        given.pairing(await given.community(world.bureau), await given.practitioner(world.firm), { batchId }),
      )
      return { batchId }
    },
    counts: [6, 6],
  },
  PlanVisits: {
    viewer: (world) => world.firmAdmin,
    input: async (world, n) => {
      await times(n, async () =>
        given.pairing(await given.community(world.bureau), await given.practitioner(world.firm)),
      )
      const wish = { month: monthOf(addMonths(today(), 1)), startTime: '14:00', endTime: '16:00' }
      return { idempotencyKey: randomUUID(), wish }
    },
    counts: [6, 6],
  },
  ReorderDictItems: {
    input: async (world, n) => {
      const codes = (await dictionaryOf(world.divisionCode, 'TOPIC')).map(({ code }) => code)
      const [first = '', ...rest] = codes
      return { kind: 'TOPIC', codes: [...rest.slice(0, n - 1), first, ...rest.slice(n - 1)] }
    },
    counts: [6, 7],
    why: 'each item that moved gets a row of the place; a dictionary holds a few dozen',
  },
  CommitImport: {
    input: async ({ divisionCode }) => {
      const { id } = await db.importBatch.findFirstOrThrow({ where: { divisionCode } })
      return { id: globalId('ImportBatch', id), mode: 'SKIP_BAD' }
    },
    world: populated,
    counts: [13, 13],
  },
}

describe('一次办许多件的操作：语句数不随件数增加，增加的写明为什么', () => {
  test.each(Object.entries(batches))('%s', async (name, { world, input, viewer, counts, why }) => {
    const operation = operations().find((it) => it.name === name)
    const count = async (n: number) => {
      const made = await (world ?? (() => given.world()))(n)
      const { texts, answers } = await statementsOf(viewer?.(made) ?? made.admin, operation?.text ?? '', {
        input: await input(made, n),
      })
      expect(answers).not.toContainEqual(expect.objectContaining({ __typename: 'Refusal' }))
      return texts
    }
    const [two, three] = [await count(2), await count(3)]

    expect([name, two.length, three.length]).toEqual([name, ...counts])
    if (!why) expect(three.map((text) => text.slice(0, 200))).toHaveLength(two.length)
  })
})
