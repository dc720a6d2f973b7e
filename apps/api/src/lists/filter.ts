import type { InputFieldRef } from '@pothos/core'
import { type GraphQLSchema, isInputObjectType } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { builder } from '../graphql/builder.ts'
import { dayOf } from '../time/dates.ts'

type Types = (typeof builder)['$inferSchemaTypes']
export type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]
type Item<Value> = Value extends readonly (infer One)[] ? One : NonNullable<Value>

/** Who asks for a sheet, and the schema, which knows what acts are called. */
export interface Asker {
  readonly viewer: Viewer
  readonly schema: GraphQLSchema
}

/** One filter of a list. */
export interface Filter<Where> {
  readonly field: InputFieldRef<Types, unknown>
  readonly label: string | undefined
  readonly where: (value: unknown, viewer: Viewer) => Where | Promise<Where>
  readonly word: (value: unknown, asker: Asker) => string | Promise<string>
}

interface Meaning<Value, Where> {
  /** What a sheet's heading calls it; the field's description unless said. */
  readonly label?: string
  /** What it asks of a row. Never asked for null, an empty list or an empty text: those narrow nothing. */
  readonly where: (value: NonNullable<Value>, viewer: Viewer) => Where | Promise<Where>
  /** One value as a sheet's heading says it; unless said, days, yes and no, and plain values. */
  readonly word?: (value: Item<Value>, asker: Asker) => string | Promise<string>
}

/** Makes a filter: the field of the input, and what its value means. */
export type By<Where> = <Value>(field: InputFieldRef<Types, Value>, meaning: Meaning<Value, Where>) => Filter<Where>

/** The filters of a list by their field, in the order in which a sheet's heading says them. */
export type Filters<Where> = (t: InputFields, by: By<Where>) => Readonly<Record<string, Filter<Where>>>

/** Adds the input type of a list's filters; answers it, what they ask of a row, and how they are said. */
export function filterInput<Where>(name: string, description: string, filters: Filters<Where>) {
  const known = new Map<string, Filter<Where>>()
  const type = builder.inputType(name, {
    description,
    fields: (t) => {
      const made = Object.entries(filters(t, by))
      for (const [field, filter] of made) known.set(field, filter)
      return Object.fromEntries(made.map(([field, filter]) => [field, filter.field]))
    },
  })
  const narrowing = (given: unknown) =>
    [...known].flatMap(([field, filter]) => {
      const value: unknown = isObject(given) ? given[field] : undefined
      const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)
      return isEmpty ? [] : [{ ...filter, value, field }]
    })
  return {
    type,
    where: (given: unknown, viewer: Viewer): Promise<Where[]> =>
      Promise.all(narrowing(given).map(({ value, where }) => where(value, viewer))),
    /** Each as `状态：正常执业、停业整顿`. */
    words: (given: unknown, asker: Asker): Promise<string[]> =>
      Promise.all(
        narrowing(given).map(async ({ field, value, label, word }) => {
          const values: unknown[] = Array.isArray(value) ? value : [value]
          const said = await Promise.all(values.map(async (one) => word(one, asker)))
          return `${label ?? descriptionOf(asker.schema, name, field)}：${said.join('、')}`
        }),
      ),
  }
}

/** `By` of any conditions, for filters that several lists share. */
export function by<Value, Where>(
  field: InputFieldRef<Types, Value>,
  { label, where, word }: Meaning<Value, Where>,
): Filter<Where> {
  return {
    field,
    label,
    where: (value, viewer) => where(coerced<NonNullable<Value>>(value), viewer),
    word: (value, asker) => word?.(coerced<Item<Value>>(value), asker) ?? plainWord(value),
  }
}

/** GraphQL has coerced the value by the very type of its field. */
function coerced<Value>(value: unknown): Value {
  if (isCoerced<Value>(value)) return value
  throw new Error('A filter without a value asks nothing.')
}
function isCoerced<Value>(value: unknown): value is Value {
  return value !== null && value !== undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function plainWord(value: unknown): string {
  if (value instanceof Date) return dayOf(value)
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

function descriptionOf(schema: GraphQLSchema, input: string, field: string): string {
  const type = schema.getType(input)
  return (isInputObjectType(type) && type.getFields()[field]?.description) || field
}
