import type { GraphQLField, GraphQLObjectType } from 'graphql'
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

function isGuarded(options: unknown): boolean {
  return isRow(options) && (options['authScopes'] !== undefined || options['validate'] !== undefined)
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
