/** The arguments of an export: exactly those of the list's root field, coerced by the schema. */
import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { Refusal } from '../acts/refusal.ts'
import { readGlobalId } from '../graphql/ids.ts'
import type { Asked } from '../lists/sheet.ts'
import { schema } from '../schema.ts'

/**
 * `filter`, `search` and `orderBy` as the list's resolver is given them; as sent for a list that is no root field.
 * Refusal INVALID on anything the list would refuse.
 */
export function listArgs(list: string, sent: Readonly<Record<string, unknown>>): Asked {
  const field = schema.getQueryType()?.getFields()[list]
  if (!field) return { filter: sent['filter'] }
  const args: Record<string, unknown> = {}
  for (const { name, type } of field.args) {
    if (!['filter', 'search', 'orderBy'].includes(name) || sent[name] == null) continue
    args[name] = decoded(coerced(sent[name], type), type)
  }
  return args
}
function coerced(value: unknown, type: GraphQLInputType): unknown {
  try {
    return coerceInputValue(value, type)
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
    throw error
  }
}

/** Opaque ids become what the relay plugin makes of them for a resolver. */
function decoded(value: unknown, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return decoded(value, type.ofType)
  if (value === null || value === undefined) return value
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => decoded(item, type.ofType)) : value
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, fields[name] ? decoded(item, fields[name].type) : item]),
    )
  }
  return type.name === 'ID' ? nodeIn(value) : value
}

function nodeIn(value: unknown) {
  const node = typeof value === 'string' ? readGlobalId(value) : null
  if (!node) throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
  return node
}
