import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { schemaDrift } from '@sitai/db/migrate'
import { settingCatalogue } from '@sitai/rules/settings'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { db } from '../data/db.ts'
import { schema } from '../schema.ts'
import { namedRules } from '../acts/violations.ts'
import { write } from '../acts/write.ts'
import { recordOfTable, records } from '../records/records.ts'

const src = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const textOf = (file: string) => readFileSync(join(src, file), 'utf8')
const clerk = { system: '测试', requestId: 'law' }
const inCamelCase = (table: string) => table.replaceAll(/_[a-z]/g, (part) => part.slice(1).toUpperCase())

describe('The laws of this repository', () => {
  test('schema.graphql is what the sources print', () => {
    const committed = readFileSync(join(src, '../../../schema.graphql'), 'utf8')
    expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`)
  })

  test('the migrations lead to the .prisma files', async () => {
    const url = new URL(process.env['DATABASE_URL'] ?? '')
    url.searchParams.delete('options')
    expect(await schemaDrift(url.toString())).toBe('')
  })

  test('only config.ts reads the environment', () => {
    const readers = sources.filter((file) => /process\.env/.test(textOf(file)))
    expect(readers.filter((file) => !/^(config|test\/|tools\/|.*\.test\.ts)/.test(file))).toEqual([])
  })

  test('every setting that a bureau may change is obeyed somewhere', () => {
    const rules = fileURLToPath(new URL('../../../../packages/rules/src/', import.meta.url))
    const texts = [
      ...sources.filter((file) => !/^test\/|\.test\.ts$/.test(file)).map(textOf),
      ...readdirSync(rules)
        .filter((file) => !/^settings\.|\.test\.ts$/.test(file))
        .map((file) => readFileSync(join(rules, file), 'utf8')),
    ]
    const idle = settingCatalogue.filter(({ key }) => !texts.some((text) => new RegExp(`\\b${key}\\b`).test(text)))
    expect(idle.map(({ key }) => key)).toEqual([])
  })

  test('no source passes 300 lines', () => {
    expect(sources.filter((file) => textOf(file).trimEnd().split('\n').length > 300)).toEqual([])
  })

  test('every rule that is cited by number is said in docs/rules.md', () => {
    const root = fileURLToPath(new URL('../../../../', import.meta.url))
    const cited = ['apps/api/src', 'apps/web/src', 'packages/rules/src', 'prisma', 'bench/src', 'e2e'].flatMap(
      (folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.(?:tsx?|prisma|sql)$/.test(file) && !file.includes('node_modules'))
          .flatMap(
            (file) => readFileSync(join(root, folder, file), 'utf8').match(/\b(?:BR-|K)\d\d\b|\b[PR]H\d\b/g) ?? [],
          ),
    )
    const said = readFileSync(join(root, 'docs/rules.md'), 'utf8')
    expect([...new Set(cited)].filter((number) => !said.includes(`| ${number} |`))).toEqual([])
  })

  test('every rule of the database says why it refuses, in Chinese', async () => {
    const constraints = await db.$queryRaw<{ name: string }[]>`
      SELECT conname AS name FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x')`
    const raised = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT (regexp_matches(prosrc, 'RAISE EXCEPTION ''([a-z_]+)''', 'g'))[1] AS name
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace`
    const internal = ['audit_viewer_missing', 'audit_operation_reserved']
    const unsaid = [...constraints, ...raised].map(({ name }) => name).filter((name) => !namedRules.includes(name))
    expect(unsaid.filter((name) => !internal.includes(name))).toEqual([])
  })

  test('every saying belongs to a rule that the database has', async () => {
    const known = await db.$queryRaw<{ name: string }[]>`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public'
      UNION SELECT (regexp_matches(prosrc, 'RAISE EXCEPTION ''([a-z_]+)''', 'g'))[1]
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace`
    const names = known.map(({ name }) => name)
    expect(namedRules.filter((name) => !names.includes(name))).toEqual([])
  })

  test('the state machines of the rules and of the database are the same', async () => {
    const rows = await db.stateTransition.findMany()
    const inRules = records.flatMap(({ table, machine }) =>
      Object.entries(machine?.moves ?? {}).flatMap(([from, states]) =>
        states.map((to) => `${inCamelCase(table)}: ${from} -> ${to}`),
      ),
    )
    const inDatabase = rows.map(({ machine, fromState, toState }) => `${machine}: ${fromState} -> ${toState}`)
    expect(inDatabase.toSorted()).toEqual(inRules.toSorted())
  })
})

describe('操作日志 The audit log', () => {
  /** Tables whose rows are no acts: the logs themselves, sessions being seen, keys, the rows of an import, reference data, rollups. */
  const silent = [
    'audit_event',
    'sign_in_event',
    'idempotency_key',
    'import_row',
    'duty_slot',
    'division',
    'state_transition',
    'rollup',
    'rollup_mark',
    '_prisma_migrations',
  ]

  test('every business table leaves a line for each changed row', async () => {
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT t.tablename AS name FROM pg_tables t WHERE t.schemaname = 'public' AND NOT EXISTS (
        SELECT FROM pg_trigger g WHERE g.tgrelid = format('public.%I', t.tablename)::regclass AND g.tgfoid = 'audit_row'::regproc)`
    expect(tables.map(({ name }) => name).filter((name) => !silent.includes(name))).toEqual([])
  })

  test('every table that leaves lines belongs to a record, under the key of that record', async () => {
    const triggers = await db.$queryRaw<{ name: string; column: string }[]>`
      SELECT c.relname AS name, (regexp_match(pg_get_triggerdef(g.oid), 'audit_row\\(''(.*)''\\)'))[1] AS column
        FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE g.tgfoid = 'audit_row'::regproc`
    const strays = triggers.filter(({ name, column }) => {
      const record = recordOfTable(name)
      if (!record) return true
      const key = record.key ?? 'id'
      return record.table === name ? record.mayReadHistory && column !== key : column !== `${record.table}_${key}`
    })
    expect(strays).toEqual([])
  })

  test('the application can neither change nor remove nor invent a line', async () => {
    await write(clerk, 'law', (tx) =>
      tx.setting.create({ data: { divisionCode: '900000', key: 'capacityDefault', value: 3 } }),
    )
    await expect(write(clerk, 'law', (tx) => tx.$executeRaw`UPDATE audit_event SET actor_name = 'x'`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(write(clerk, 'law', (tx) => tx.$executeRaw`DELETE FROM audit_event`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(write(clerk, 'law', (tx) => tx.$executeRaw`TRUNCATE audit_event`)).rejects.toThrow(/permission denied/)
    await expect(
      write(
        clerk,
        'law',
        (tx) =>
          tx.$executeRaw`INSERT INTO audit_event (request_id, act, actor_name, entity, entity_id, operation) VALUES ('', '', '', '', '', 'INSERT')`,
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(write(clerk, 'law', (tx) => tx.$executeRaw`DELETE FROM sign_in_event`)).rejects.toThrow(
      /permission denied/,
    )
  })

  test('a write outside of write() is an error, not a gap', async () => {
    await expect(
      db.setting.create({ data: { divisionCode: '900001', key: 'capacityDefault', value: 3 } }),
    ).rejects.toThrow(/audit_viewer_missing/)
  })

  test('a line says who, what and the changed columns only', async () => {
    await write(clerk, 'law', (tx) =>
      tx.setting.create({ data: { divisionCode: '900002', key: 'capacityDefault', value: 3 } }),
    )
    await write(
      clerk,
      'changeIt',
      (tx) => tx.setting.updateMany({ where: { divisionCode: '900002' }, data: { value: 4 } }),
      { reason: '试一试' },
    )
    const [line] = await db.auditEvent.findMany({ where: { divisionCode: '900002' }, orderBy: { id: 'desc' }, take: 1 })
    expect(line).toMatchObject({
      act: 'changeIt',
      actorName: '测试',
      reason: '试一试',
      operation: 'UPDATE',
      before: { value: 3 },
      after: { value: 4 },
    })
  })
})
