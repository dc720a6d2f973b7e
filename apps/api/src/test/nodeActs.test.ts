import { describe, expect, test } from '@jest/globals'
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql'
import { actNames, rolesFor } from '../access/acts.ts'
import { schema } from '../schema.ts'
import { matrixRows } from './matrixRows.ts'

const node = schema.getType('Node')
const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : []

/** The roles that may read a node type; undefined when it does not say by which act. */
function readersOf({ extensions }: GraphQLObjectType) {
  const act = actNames.find((name) => name === extensions['act'])
  return act && rolesFor(act)
}

/** What an answer of this type leads to, by whatever fields. */
function reachedFrom(type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()): ReadonlySet<GraphQLNamedType> {
  if (seen.has(type)) return seen
  seen.add(type)
  if (isUnionType(type)) for (const member of type.getTypes()) reachedFrom(member, seen)
  if (isObjectType(type))
    for (const field of Object.values(type.getFields())) reachedFrom(getNamedType(field.type), seen)
  return seen
}

describe('A node type is seen by whose role may read it, by whichever way', () => {
  test('every node type is loaded through nodeById or nodeByCode, which ask for its act', () => {
    expect(types.filter((type) => !readersOf(type)).map(({ name }) => name)).toEqual([])
  })

  test('no field that a role may ask leads to a node type that this role may not read', async () => {
    const leaks = (await matrixRows()).flatMap(({ field, act }) => {
      const [root = '', name = ''] = field.split('.')
      const parent = schema.getType(root)
      const answer = isObjectType(parent) && parent.getFields()[name]
      if (!answer) return [field]
      const reached = reachedFrom(getNamedType(answer.type))
      // Who is not signed in gets nothing but their own.
      const roles = act === null ? [] : rolesFor(act)
      return types
        .filter((type) => reached.has(type) && roles.some((role) => !readersOf(type)?.includes(role)))
        .map((type) => `${field} (${act}) -> ${type.name}`)
    })
    expect(leaks).toEqual([])
  })
})
