import type { GraphQLField, GraphQLObjectType } from 'graphql'
import { globalId } from '../../graphql/ids.ts'
import { Unanswered } from './run.ts'

/**
 * How to read a field that Pothos only exposes: a property of its parent, which nothing else guards. Null for every
 * other field. A column that the parent was not loaded with is Unanswered: Pothos would load it.
 */
export function exposedColumn(
  { extensions }: GraphQLField<unknown, unknown>,
  type: GraphQLObjectType,
): ((parent: unknown) => unknown) | null {
  const { pothosExposedField: name, pothosPrismaSelect: select, pothosErrors: errors } = extensions
  if (typeof name !== 'string' || errors) return null
  if (isGuarded(extensions['pothosOptions']) || isGuarded(type.extensions['pothosOptions'])) return null
  if (!select) return (parent) => (isRow(parent) ? parent[name] : undefined)
  return (parent) => {
    const value = isRow(parent) ? parent[name] : undefined
    if (value === undefined) throw new Unanswered(name)
    return value
  }
}

/**
 * How to read the Relay id of a row whose type selects its key and nothing else; null for every other field. What Pothos
 * does for it takes two turns of the event loop.
 */
export function nodeId(
  { name }: GraphQLField<unknown, unknown>,
  type: GraphQLObjectType,
): ((parent: unknown) => unknown) | null {
  const { pothosPrismaSelect: select, pothosOptions: options } = type.extensions
  const [key, other] = isRow(select) ? Object.keys(select) : []
  const isNode = type.getInterfaces().some((it) => it.name === 'Node')
  if (name !== 'id' || !isNode || key === undefined || other !== undefined || isGuarded(options)) return null
  return (parent) => {
    const value = isRow(parent) ? parent[key] : undefined
    if (typeof value !== 'string') throw new Unanswered('id')
    return globalId(type.name, value)
  }
}

/** Whether a field or type of Pothos has a guard of its own before it. */
export function isGuarded(options: unknown): boolean {
  return isRow(options) && (options['authScopes'] !== undefined || options['validate'] !== undefined)
}

export function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
