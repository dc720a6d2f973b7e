import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { schema } from '../../schema.ts'
import { ask } from '../../test/ask.ts'
import { type Populated, populated } from '../../test/populated.ts'
import type { Viewer } from '../../access/viewer.ts'

type Pick = <T>(from: readonly T[]) => T

/** Fields that need no argument; the addresses and instants of an answer are no business of this test. */
function askable(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ args }) =>
    args.every((it) => !isNonNullType(it.type) || it.defaultValue),
  )
}

/** Some fields of an object, with aliases, fragments, directives and arguments of their own here and there. */
function selectionOf(type: GraphQLObjectType, pick: Pick, depth: number): string {
  const fields = Array.from({ length: pick([1, 2, 3, 5]) }, () => pick(askable(type)))
  const texts = fields.flatMap((field, at) => fieldText(field, `f${at}${field.name}`, pick, depth) ?? [])
  if (texts.length === 0) return '{ __typename }'
  const wrapped = pick(['plain', 'plain', 'fragment', 'include', 'skip'])
  const inside = texts.join(' ')
  if (wrapped === 'fragment') return `{ ... on ${type.name} { ${inside} } __typename }`
  if (wrapped === 'include') return `{ __typename ... @include(if: $yes) { ${inside} } }`
  if (wrapped === 'skip') return `{ ${inside} __typename @skip(if: $yes) }`
  return `{ ${inside} }`
}

function fieldText(field: GraphQLField<unknown, unknown>, alias: string, pick: Pick, depth: number): string | null {
  const target = getNamedType(field.type)
  const name = pick([field.name, `${alias}: ${field.name}`])
  const few = field.args.some((it) => it.name === 'first') ? `(first: ${pick([1, 2, 5])})` : ''
  // Fields of one name must agree: with arguments they always get a name of their own.
  const start = few ? `${alias}: ${field.name}${few}` : name
  if (isLeafType(target)) return start
  if (!isObjectType(target) || depth === 0) return null
  return `${alias}: ${field.name}${few} ${selectionOf(target, pick, depth - 1)}`
}

describe('随意组成的查询，由各种身份来问，编译的与 graphql-js 答得一样', () => {
  let world: Populated
  let viewers: readonly Viewer[]
  beforeAll(async () => {
    world = await populated(3)
    const { sysAdmin, admin, leader, firmAdmin, lawyer } = world
    const code = admin.divisionCode
    viewers = [
      sysAdmin,
      admin,
      leader,
      firmAdmin,
      lawyer,
      { ...leader, divisionCode: code.slice(0, 4) },
      { ...leader, divisionCode: code.slice(0, 2) },
      { ...admin, divisionCode: '110101' },
      { ...firmAdmin, firmId: null },
      { ...lawyer, practitionerId: null },
    ]
  }, 60_000)

  test('三百个查询', async () => {
    const query = schema.getQueryType()
    const roots = query ? askable(query).filter(({ type }) => isObjectType(getNamedType(type))) : []
    expect(roots.length).toBeGreaterThan(8)
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const pick: Pick = (from) => {
          const it = from[gen(fc.nat, { max: from.length - 1 })]
          if (it === undefined) throw new Error('nothing to pick from')
          return it
        }
        const text = `query ($yes: Boolean!) { __typename @include(if: $yes) ${fieldText(pick(roots), 'root', pick, 5)} }`
        // It throws where the two differ.
        const { codes } = await ask(pick(viewers), text, { yes: pick([true, false]) })
        if (codes.length === 0) answered++
        expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED')
      }),
      { numRuns: 300 },
    )
    expect(answered).toBeGreaterThan(100)
  }, 120_000)
})
