import { describe, expect, test } from '@jest/globals'
import { isNonNullType } from 'graphql'
import { schema } from '../schema.ts'
import { ask } from './ask.ts'
import { given, globalId } from './given.ts'
import { rowsOfThisRun } from './matrixRows.ts'

const rows = await rowsOfThisRun()

/** Whether a value of the variables looks like an opaque id or a bare key of a table. */
function isId(value: unknown): value is string {
  if (typeof value !== 'string') return false
  return /^[0-9a-f-]{36}$/.test(value) || /^[A-Z]\w+:.+/s.test(Buffer.from(value, 'base64').toString('utf8'))
}

/** Ids that nobody was ever given, by what is wrong with them. */
function malformed(id: string): readonly string[] {
  const [typename = 'Firm'] = Buffer.from(id, 'base64').toString('utf8').split(':')
  return [
    '%%%',
    'x',
    globalId('Nonsense', '00000000-0000-7000-8000-000000000000'),
    globalId(typename, 'no-uuid'),
    globalId(typename, '\u0000'),
    globalId(typename, '00000000-0000-7000-8000-000000000000'),
    globalId(typename, '9'.repeat(400)),
  ]
}

/** The variables with each place that holds an id (or a text) replaced in turn. */
function* spoiled(
  value: unknown,
  isSpoilt: (value: unknown) => value is string,
  replacements: (value: string) => readonly string[],
): Generator {
  if (isSpoilt(value)) yield* replacements(value)
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const bad of spoiled(item, isSpoilt, replacements)) yield value.with(index, bad)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const bad of spoiled(item, isSpoilt, replacements)) yield { ...value, [key]: bad }
  }
}

/** Places in lists of another kind. */
const cursors = [
  'abc',
  ...[
    'GPC:N:5',
    'GPC:D:5',
    'GPC:S:abc',
    'GPC:J:[1]',
    'GPC:J:{',
    'OffsetConnection:x',
    'OffsetConnection:9999999999',
  ].map((text) => Buffer.from(text).toString('base64')),
]

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const isText = (value: unknown): value is string => typeof value === 'string' && !isId(value)

describe('写错的编号和内容', () => {
  test.each(rows.map((row) => [row.field, row] as const))('%s：答“没有找到”或“有误”，从不出错', async (_field, row) => {
    const world = await given.world()
    const variables = await row.variables(world, 'BUREAU_ADMIN')
    for (const viewer of [world.admin, world.lawyer]) {
      for (const bad of [...spoiled(variables, isId, malformed), ...spoiled(variables, isText, () => ['\u0000', ''])]) {
        if (!isRecord(bad)) continue
        const { codes } = await ask(viewer, row.document, bad)
        expect([bad, codes]).toEqual([bad, codes.filter((code) => code !== 'INTERNAL_SERVER_ERROR')])
      }
    }
  })

  test('每个列表：跳过的条数有误时说明原因', async () => {
    const { admin } = await given.world()
    const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args, type }) =>
        String(type).endsWith('Connection!') &&
        args.some(({ name }) => name === 'offset') &&
        args.every((it) => !isNonNullType(it.type) || it.defaultValue !== undefined),
    )
    expect(lists.length).toBeGreaterThan(5)
    for (const { name } of lists) {
      for (const offset of [-1, 30_000]) {
        const { codes } = await ask(admin, `query ($offset: Int) { ${name}(offset: $offset) { edges { cursor } } }`, {
          offset,
        })
        expect([name, codes]).toEqual([name, ['BAD_USER_INPUT']])
      }
    }
  })

  test('每个列表：别处的翻页位置，答“有误”或空页，从不出错；搜索过长时说明原因', async () => {
    const { admin } = await given.world()
    const connections = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args, type }) =>
        String(type).endsWith('Connection!') &&
        args.every((it) => !isNonNullType(it.type) || it.defaultValue !== undefined),
    )
    for (const { name, args } of connections) {
      for (const after of cursors) {
        const { codes } = await ask(admin, `query ($after: String) { ${name}(after: $after) { edges { cursor } } }`, {
          after,
        })
        expect([name, after, codes]).toEqual([name, after, codes.filter((code) => code === 'BAD_USER_INPUT')])
      }
      if (!args.some((arg) => arg.name === 'search')) continue
      const { codes } = await ask(admin, `{ ${name}(search: "${'长'.repeat(101)}") { totalCount } }`)
      expect([name, codes]).toEqual([name, ['BAD_USER_INPUT']])
    }
  })

  test('总览和各板块：没有的年份、别处的翻页位置，答“有误”', async () => {
    const { admin } = await given.world()
    const facts = {
      overview: 'facts(figure: COVERED, after: $after) { edges { cursor } }',
      areaFigures: 'facts(figure: "PEOPLE", after: $after) { edges { cursor } }',
    }
    for (const [field, type, more] of [
      ['overview', 'Overview', ''],
      ['areaFigures', 'AreaFigures', 'area: "register", '],
    ] as const) {
      const document = `query ($period: String, $after: String) { ${field}(${more}period: $period) {
        __typename ... on Refusal { code path } ... on ${type} { ${facts[field]} } } }`
      for (const period of ['0000', '0001', '1899', '0000-01', '0001-Q1']) {
        const { data } = await ask(admin, document, { period })
        expect(data[field]).toEqual({ __typename: 'Refusal', code: 'INVALID', path: ['period'] })
      }
      for (const after of cursors) {
        const { codes } = await ask(admin, document, { period: '2026', after })
        expect([field, after, codes]).toEqual([field, after, ['BAD_USER_INPUT']])
      }
    }
  })
})
