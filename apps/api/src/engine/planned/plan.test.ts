import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { connect, openPool } from '@sitai/db/connect'
import { within } from '../../access/place.ts'
import { config } from '../../config.ts'
import { db } from '../../data/db.ts'
import { visiblePractitioners } from '../../practitioners/practitioner.access.ts'
import { visibleAccounts, visibleGrants } from '../../accounts/account.access.ts'
import { visibleCommunities } from '../../communities/community.access.ts'
import { visibleFirms } from '../../firms/firm.access.ts'
import { visiblePairings } from '../../pairings/pairing.access.ts'
import { visibleServiceLogs } from '../../serviceLogs/serviceLog.access.ts'
import { visibleStreets } from '../../streets/street.access.ts'
import { visibleVisits } from '../../visits/visit.access.ts'
import type { Viewer } from '../../access/viewer.ts'
import { given } from '../../test/given.ts'
import { givenServiceLog, givenVisit, pairedWorld } from '../../test/givenVisits.ts'
import { plan, run } from './plan.ts'
import { tables, type Column, type Table } from './tables.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: 2, role: 'sitai_app' })
const prisma = connect(pool)

/** The models whose rows the world holds; what the application's role may not read is left out. */
const models = ['Firm', 'Practitioner', 'Community', 'Street', 'Pairing', 'Visit', 'ServiceLog', 'Account', 'Grant']
/** What each viewer may see of a model: part of every read, so part of every comparison. */
const visible: Readonly<Record<string, (viewer: Viewer) => object>> = {
  Firm: visibleFirms,
  Practitioner: visiblePractitioners,
  Community: visibleCommunities,
  Street: visibleStreets,
  Pairing: visiblePairings,
  Visit: visibleVisits,
  ServiceLog: visibleServiceLogs,
  Account: visibleAccounts,
  Grant: visibleGrants,
}

/** Every role, and leaders of the city, the province, the country and of another place. */
function viewersOf({ sysAdmin, admin, leader, firmAdmin, lawyer }: typeof world): readonly Viewer[] {
  const places = [4, 2, 0].map((length) => leader.divisionCode.slice(0, length))
  return [
    sysAdmin,
    admin,
    leader,
    firmAdmin,
    lawyer,
    ...[...places, '110101'].map((it) => ({ ...leader, divisionCode: it })),
  ]
}

const samples = new Map<string, Record<string, unknown>[]>()
let world: Awaited<ReturnType<typeof pairedWorld>>

beforeAll(async () => {
  world = await pairedWorld()
  await givenVisit(world.pairing)
  await givenServiceLog(world.pairing, { content: '50%_讲座：解答居民关于劳动合同解除补偿的问题，建议先行协商。' })
  await given.practitioner(world.firm, {
    name: '王某某',
    languages: ['宁波话'],
    phoneCipher: Uint8Array.from([0, 92, 255]),
  })
  for (const model of models) samples.set(model, rowsOf(await asked(model, 'findMany', { take: 20 })))
})

afterAll(async () => {
  await prisma.$disconnect()
  await pool.end()
})

describe('一条语句读的与 Prisma 读的相同', () => {
  test('数据库里的表和列就叫规则推出的名字', async () => {
    const { rows } = await pool.query<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = current_schema()`,
    )
    const real = new Set(rows.map(({ table, column }) => `"${table}"."${column}"`))
    for (const { sql, columns } of tables.values()) {
      for (const column of columns.values()) expect(real).toContain(`${sql}.${column.sql}`)
    }
  })

  test('任意的选取、条件、顺序、页', async () => {
    let planned = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...models), fc.gen(), async (model, gen) => {
        const table = tableOf(model)
        const pick = <T>(values: readonly T[]): T => gen(() => fc.constantFrom(...values))
        const args = {
          ...selectionOf(table, pick, 3),
          where: { AND: [visible[model]?.(pick(viewersOf(world))) ?? {}, whereOf(table, pick, 2)] },
          orderBy: orderOf(table, pick),
          take: pick([undefined, 1, 5]),
          skip: pick([undefined, 0, 1]),
        }
        const method = pick(['findMany', 'findFirst', 'count'] as const)
        const question =
          method === 'count' ? { where: args.where } : method === 'findFirst' ? { ...args, take: undefined } : args
        const made = plan(model, method, question)
        if (!made) return
        planned++
        const where = JSON.stringify(question)
        expect({ a: where, b: await run(pool, made) }).toEqual({ a: where, b: await asked(model, method, question) })
      }),
      { numRuns: Number(process.env['SITAI_RUNS'] ?? 400) },
    )
    // About three of four are planned; if nearly none were, nothing would have been compared.
    expect(planned).toBeGreaterThan(100)
  }, 120_000)

  test('执业人员一览三层嵌套只是一条语句', async () => {
    const question = {
      where: visiblePractitioners(world.admin),
      select: {
        name: true,
        firm: { select: { name: true, street: { select: { name: true } } } },
        pairings: {
          select: { termFrom: true, community: { select: { code: true, street: true } } },
          take: 3,
          orderBy: { termFrom: 'desc' },
        },
        _count: { select: { pairings: { where: { seat: 'LEAD' } } } },
      },
      orderBy: [{ firm: { pinyin: 'asc' } }, { id: 'asc' }],
    }
    const made = plan('Practitioner', 'findMany', question)
    if (!made) throw new Error('not planned')
    expect(await run(pool, made)).toEqual(await asked('Practitioner', 'findMany', question))
  })

  test('按语言找人', async () => {
    const question = { where: { languages: { has: '宁波话' } }, select: { name: true, languages: true } }
    const made = plan('Practitioner', 'findMany', question)
    if (!made) throw new Error('not planned')
    expect(await run(pool, made)).toEqual([{ name: '王某某', languages: ['宁波话'] }])
  })

  test('数据库断开空闲的连接，下一次读照常', async () => {
    const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`
    expect(await db.firm.count()).toBeGreaterThan(0)
    await pool.query(others)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await db.firm.count()).toBeGreaterThan(0)
  })

  test('不会说的交给 Prisma', () => {
    expect(plan('Practitioner', 'findMany', { cursor: { id: 'x' } })).toBeNull()
    expect(plan('Practitioner', 'findMany', { take: -1 })).toBeNull()
    expect(plan('Practitioner', 'findMany', { distinct: ['name'] })).toBeNull()
    expect(plan('Practitioner', 'findMany', { where: { nothing: 1 } })).toBeNull()
    expect(plan('AuditEvent', 'findMany', {})).toBeNull()
  })
})

type Pick = <T>(values: readonly T[]) => T

/** Some columns, some relations, down to `depth`. */
function selectionOf(table: Table, pick: Pick, depth: number): Record<string, unknown> {
  const columns = [...table.columns.values()]
  const chosen: Record<string, unknown> = { [pick(columns).name]: true, [pick(columns).name]: true }
  const relations = [...table.relations.values()].filter(({ target }) => models.includes(target))
  if (depth > 0 && relations.length > 0) {
    const { name, target, isList } = pick(relations)
    const theirs = tableOf(target)
    chosen[name] = {
      ...selectionOf(theirs, pick, depth - 1),
      ...(isList
        ? { where: whereOf(theirs, pick, 1), orderBy: orderOf(theirs, pick), take: pick([undefined, 2]) }
        : {}),
    }
    const list = relations.find((it) => it.isList)
    if (list && pick([true, false])) {
      chosen['_count'] = { select: { [list.name]: { where: whereOf(tableOf(list.target), pick, 1) } } }
    }
  }
  return { select: chosen }
}

/** A condition; below a relation or a NOT never an empty one, which no slice writes there. */
function whereOf(table: Table, pick: Pick, depth: number): Record<string, unknown> {
  const kind = pick(['none', 'column', 'column', 'relation', 'AND', 'OR', 'NOT'])
  if (kind === 'none') return {}
  if (kind === 'AND' || kind === 'OR') {
    return depth === 0 ? {} : { [kind]: [whereOf(table, pick, depth - 1), whereOf(table, pick, depth - 1)] }
  }
  const plain = columnIs(table, pick)
  if (kind === 'NOT') return { NOT: plain }
  const relations = [...table.relations.values()].filter(({ target }) => models.includes(target))
  if (kind === 'column' || relations.length === 0) return plain
  const { name, target, isList } = pick(relations)
  const theirs = tableOf(target)
  const inner =
    depth === 0 ? columnIs(theirs, pick) : { AND: [columnIs(theirs, pick), whereOf(theirs, pick, depth - 1)] }
  return {
    [name]: isList ? { [pick(['some', 'none', 'every'])]: inner } : pick([inner, { is: inner }]),
  }
}

function columnIs(table: Table, pick: Pick): Record<string, unknown> {
  const comparable = ({ type, isList }: Column) => type !== 'Bytes' && type !== 'Json' && !isList
  const column = pick([...table.columns.values()].filter((it) => comparable(it)))
  return { [column.name]: filterOf(column, pick(samples.get(table.model) ?? [{}])[column.name], pick) }
}

function filterOf({ type }: Column, value: unknown, pick: Pick): unknown {
  if (value === null || value === undefined) return value === null ? pick([{ not: null }, null]) : undefined
  const general = [value, { equals: value }, { in: [value] }, { notIn: [value] }, { not: value }]
  if (type === 'String' && typeof value === 'string' && !/^[0-9a-f]{8}-/.test(value)) {
    const part = value.slice(0, 2)
    const place = within(value.slice(0, pick([2, 4, 6, 9])))
    return pick([
      place,
      ...general,
      { contains: part },
      { startsWith: part },
      { endsWith: part, mode: 'insensitive' },
      { gte: value },
    ])
  }
  if (type === 'Int' || type === 'Float' || type === 'DateTime')
    return pick([...general, { lt: value }, { gte: value }])
  return pick(type === 'Boolean' ? [value, { equals: value }, { not: value }] : general)
}

/** An order without ties, so that both must give the same page. */
function orderOf(table: Table, pick: Pick): unknown {
  const sortable = [...table.columns.values()].filter(
    ({ type, isList }) => !isList && type !== 'Bytes' && type !== 'Json',
  )
  const key = table.columns.has('id') ? 'id' : 'code'
  const column = pick(sortable)
  return [{ [column.name]: pick(['asc', 'desc']) }, { [key]: 'asc' }]
}

function tableOf(model: string): Table {
  const table = tables.get(model)
  if (!table) throw new Error(`no table ${model}`)
  return table
}

function asked(model: string, method: string, args: unknown): Promise<unknown> {
  const delegate: unknown = Reflect.get(prisma, `${model[0]?.toLowerCase()}${model.slice(1)}`)
  const question: unknown = typeof delegate === 'object' && delegate ? Reflect.get(delegate, method) : undefined
  if (typeof question !== 'function') throw new Error(`no ${model}.${method}`)
  return Promise.resolve(Reflect.apply(question, delegate, [args]))
}

function rowsOf(answer: unknown): Record<string, unknown>[] {
  return Array.isArray(answer) ? answer : []
}
