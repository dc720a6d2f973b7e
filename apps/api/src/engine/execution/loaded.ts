import { getLoaderMapping, setRowMappings } from '@pothos/selection-mapper'
import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql'
import { isGuarded, isRow } from './exposed.ts'
import type { Run } from './run.ts'

type Field = GraphQLField<unknown, unknown>
type Nested = Parameters<typeof setRowMappings>[2]

/** Reads a field from its parent; undefined means: ask Pothos, which may have to load it. */
type Loaded = (parent: unknown, run: Run, info: GraphQLResolveInfo) => unknown

/**
 * How to read a field for which its parent was loaded: a relation, or what is made of the parent's columns. Null where
 * that can't be known before. Pothos asks at each row whether its plan read what this field wants. Below a root field,
 * whose one plan read all rows, the first row's answer is every row's.
 */
export function loadedField(field: Field, parentType: GraphQLObjectType): Loaded | null {
  const read = reader(field)
  const { pothosErrors: errors, pothosOptions: options, pothosPrismaSelect: select } = field.extensions
  if (!read || !select || errors || isGuarded(options) || isGuarded(parentType.extensions['pothosOptions'])) return null
  const place = {}
  return (parent, run, info) => {
    let nested = run.nestedOf.get(place)
    if (nested === undefined) {
      nested = getLoaderMapping(run.context, info.path, parentType.name, parent)?.nested ?? null
      run.nestedOf.set(place, nested)
    }
    if (nested === null) return undefined
    if (!isEmpty(nested)) setRowMappings(run.context, info, nested)
    return read(parent, run, info)
  }
}

function reader({ args, extensions, type }: Field): Loaded | null {
  const { pothosPrismaRelationField: relation, pothosPrismaFallback: own, pothosOriginalResolve: resolve } = extensions
  if (typeof resolve !== 'function' || own) return null
  const read: Loaded = (parent, { context }, info): unknown =>
    Reflect.apply(resolve, undefined, [parent, {}, context, info])
  if (!isRow(relation)) return args.length > 0 ? null : read
  const { name } = relation
  const target = getNamedType(type)
  // A connection is made of its rows by its own resolver.
  if (typeof name !== 'string' || !('extensions' in target) || !target.extensions['pothosPrismaModel']) return null
  return (parent, run, info) => (isRow(parent) && parent[name] !== undefined ? read(parent, run, info) : undefined)
}

function isEmpty(nested: Nested): boolean {
  for (const _ in nested) return false
  return true
}

/** Whether what this field gives was read by the same plan as its parent: nothing stands between them. */
export function keepsPlan({ extensions, resolve }: Field, isLoaded: boolean): boolean {
  return isLoaded || (resolve !== undefined && resolve === extensions['pothosOriginalResolve'])
}
