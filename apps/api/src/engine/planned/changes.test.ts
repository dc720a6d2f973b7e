import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Prisma } from '@sitai/db/client'
import { connect, openPool } from '@sitai/db/connect'
import { config } from '../../config.ts'
import { db } from '../../data/db.ts'
import { givenServiceLog, givenVisit, pairedWorld } from '../../test/givenVisits.ts'
import { write, type Tx } from '../../acts/write.ts'
import { planAny } from './plan.ts'
import { askPrisma } from './transaction.ts'
import { tables } from './tables.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: 2, role: 'sitai_app' })
const prisma = connect(pool)
const clerk = { system: '测试', requestId: 'test' }
const models = ['Firm', 'Practitioner', 'Community', 'Pairing', 'Visit', 'ServiceLog', 'DictItem', 'Setting']
const samples = new Map<string, Record<string, unknown>[]>()

beforeAll(async () => {
  const world = await pairedWorld()
  const { divisionCode } = world.admin
  await givenVisit(world.pairing)
  await givenServiceLog(world.pairing)
  await write(clerk, 'given', async (tx) => {
    await tx.dictItem.create({ data: { divisionCode, kind: 'TOPIC', code: 'PLANNED', label: '计划' } })
    await tx.setting.create({ data: { divisionCode, key: 'planned', value: { a: [1, '二', null] } } })
  })
  for (const model of models) {
    const rows = await askPrisma(prisma, model, 'findMany', { take: 5 })
    samples.set(model, Array.isArray(rows) ? rows : [])
  }
})

afterAll(async () => {
  await prisma.$disconnect()
  await pool.end()
})

class Undone extends Error {}

/** What happens in a transaction that is taken back: the answers, or the message of what was thrown. */
async function tried(act: (tx: Tx) => Promise<unknown>, run: (fn: (tx: Tx) => Promise<never>) => Promise<never>) {
  let answer: unknown
  await run(async (tx) => {
    answer = await act(tx)
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) answer = String(error).split('\n').at(-1)
  })
  return answer
}

const ours = (act: (tx: Tx) => Promise<unknown>) => tried(act, (fn) => write(clerk, 'test', fn))
const theirs = (act: (tx: Tx) => Promise<unknown>) =>
  tried(act, (fn) =>
    prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('sitai.viewer', ${JSON.stringify({ actorName: '测试', act: 'test', requestId: 'test' })}, true)`
      return fn(tx)
    }),
  )

/** The key of a row, as Prisma's unique conditions have it. */
function keyOf(model: string, row: Record<string, unknown>): Record<string, unknown> {
  if (model === 'Community') return { code: row['code'] }
  if (model === 'Setting') return { divisionCode_key: { divisionCode: row['divisionCode'], key: row['key'] } }
  return { id: row['id'] }
}

/** Columns that the database itself keeps. */
const kept = new Set(['version', 'updatedAt'])
const without = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !kept.has(name)))
    : value

describe('一条语句改的与 Prisma 改的相同', () => {
  test('任意一行的任意几列：改、数着改、删', async () => {
    let planned = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...models), fc.gen(), async (model, gen) => {
        const pick = <T>(values: readonly T[]): T => gen(() => fc.constantFrom(...values))
        const rows = samples.get(model) ?? []
        const row = pick(rows)
        const other = pick(rows)
        const columns = [...(tables.get(model)?.columns.keys() ?? [])].filter(
          (name) => !kept.has(name) && name !== 'id',
        )
        const chosen = [pick(columns), pick(columns), pick(columns)]
        const data = Object.fromEntries(chosen.map((name) => [name, other[name] ?? undefined]))
        const where = pick([keyOf(model, row), { ...keyOf(model, row), version: 99 }])
        const method = pick(['update', 'updateMany', 'deleteMany'])
        const isMany = method !== 'update'
        const plain = model === 'Setting' ? { key: row['key'] } : where
        const args = {
          where: isMany ? plain : where,
          ...(method === 'deleteMany' ? {} : { data }),
          ...(isMany ? {} : { select: { [pick(columns)]: true } }),
        }
        if (planAny(model, method, args)) planned++
        const act = (tx: Tx) => askPrisma(tx, model, method, args)
        const [a, b] = [await ours(act), await theirs(act)]
        // What PostgreSQL refuses is said in other words by Prisma.
        if (typeof a === 'string' || typeof b === 'string') expect([typeof a, typeof b]).toEqual(['string', 'string'])
        else expect({ args, answer: without(a) }).toEqual({ args, answer: without(b) })
      }),
      { numRuns: Number(process.env['SITAI_RUNS'] ?? 150) },
    )
    expect(planned).toBeGreaterThan(60)
  }, 120_000)

  test('新的一行带着给它的值和表的默认值', async () => {
    const visit = samples.get('Visit')?.[0]
    const { id: _, version: _v, createdAt: _c, updatedAt: _u, ...data } = visit ?? {}
    const endsAt = new Date(new Date(String(visit?.['endsAt'])).getTime() + 500)
    const args = { data: { ...data, endsAt, status: 'CANCELLED', doubts: ['一, 二', '"三"'] } }
    expect(planAny('Visit', 'create', args)).not.toBeNull()
    const act = async (tx: Tx) => {
      const made = await askPrisma(tx, 'Visit', 'create', args)
      return { ...Object(made), id: '', createdAt: '', updatedAt: '' }
    }
    expect(await ours(act)).toEqual(await theirs(act))
  })

  test('新的一行连同它所属的一起答复', async () => {
    const visit = samples.get('Visit')?.[0]
    const { id: _, version: _v, createdAt: _c, updatedAt: _u, ...data } = visit ?? {}
    const args = {
      data: { ...data, status: 'CANCELLED' },
      select: { status: true, community: { select: { name: true } }, pairing: { select: { seat: true } } },
    }
    expect(planAny('Visit', 'create', args)?.after).toBeDefined()
    const act = (tx: Tx) => askPrisma(tx, 'Visit', 'create', args)
    expect(await ours(act)).toEqual(await theirs(act))
    expect(await ours(act)).toHaveProperty('community.name')
  })

  test('读得到本次办理中刚写的，Prisma 说的也在同一次办理中', async () => {
    const { divisionCode = '' } = Object(samples.get('Setting')?.[0])
    const seen = await ours(async (tx) => {
      await tx.setting.create({ data: { divisionCode, key: 'first', value: 1 } })
      // Several at once are Prisma's.
      await tx.setting.createMany({ data: [{ divisionCode, key: 'second', value: [2] }] })
      await tx.setting.update({
        where: { divisionCode_key: { divisionCode, key: 'second' } },
        data: { value: { b: 3 } },
      })
      return tx.setting.findMany({
        where: { divisionCode, key: { in: ['first', 'second'] } },
        select: { key: true, value: true },
        orderBy: { key: 'asc' },
      })
    })
    expect(seen).toEqual([
      { key: 'first', value: 1 },
      { key: 'second', value: { b: 3 } },
    ])
    expect(await db.setting.count({ where: { key: { in: ['first', 'second'] } } })).toBe(0)
  })

  test('语句失败后没人过问，这次办理不算办成', async () => {
    const act = write(clerk, 'test', async (tx) => {
      await tx.$executeRaw`SELECT 1 / 0`.catch(() => 0)
    })
    await expect(act).rejects.toThrow('nobody heard of it')
  })

  test('几条语句一起送出，说的是先失败的那一条', async () => {
    const act = write(clerk, 'test', async (tx) => {
      const first = async () => {
        const failing = tx.$executeRaw`SELECT 1 / 0`
        await Promise.resolve()
        return failing
      }
      await Promise.all([first().then((it) => it), tx.$executeRaw`SELECT 1`])
    })
    await expect(act).rejects.toThrow('division by zero')
  })

  test('一条语句超过时限就作罢', async () => {
    const act = write(clerk, 'test', (tx) => tx.$queryRaw`SELECT pg_sleep(5)::text`, { timeout: 100 })
    await expect(act).rejects.toThrow('statement timeout')
  })
})

test('手写语句读出的值与 Prisma 读出的相同', async () => {
  const statement = Prisma.sql`
    SELECT true AS a, 7::int2 AS b, 8::int4 AS c, 9::int8 AS d, 1.5::float8 AS e, 12.50::numeric AS f, '文'::text AS g,
           'x'::varchar AS h, ${'0198c0de-0000-7000-8000-000000000000'}::uuid AS i, date '2026-02-28' AS j,
           timestamptz '2026-02-28 23:59:59.5+08' AS k, timestamp '2026-02-28 23:59:59' AS l, '{"a":[1]}'::jsonb AS m,
           '[2]'::json AS n, ARRAY['甲', '乙, 丙']::text[] AS o, ARRAY[1, 2] AS p, 'LEAD'::seat AS q, NULL::date AS r,
           decode('00ff', 'hex') AS s, ${new Date('2026-01-02T03:04:05.678Z')}::timestamptz AS t,
           ${['a', 'b']}::text[] AS u, ${5} + 1 AS v, ${null}::text AS w`
  expect(await db.$queryRaw(statement)).toEqual(await prisma.$queryRaw(statement))
  await expect(db.$queryRaw`SELECT point(1, 2) AS where`).rejects.toThrow('cast it')
})
