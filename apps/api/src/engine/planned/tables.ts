import { getDatamodel } from '@sitai/db/pothos'

/** A column, or a relation, of a table, under the name that the Prisma schema gives it. */
export interface Column {
  readonly name: string
  /** Its name in PostgreSQL. */
  readonly sql: string
  /** Prisma's scalar type ('String', 'DateTime'…) or the enum's name. */
  readonly type: string
  readonly isList: boolean
}

export interface Relation {
  readonly name: string
  readonly target: string
  readonly isList: boolean
  /** PostgreSQL's names of the two columns that are equal: of this table and of the target's. */
  readonly here: string
  readonly there: string
}

export interface Table {
  readonly model: string
  readonly sql: string
  readonly columns: ReadonlyMap<string, Column>
  readonly relations: ReadonlyMap<string, Relation>
  /** The names of Prisma's compound keys, e.g. `accountId_key`. */
  readonly compoundKeys: ReadonlySet<string>
}

/** Our naming rule: what is `licenceNo` in Prisma is `licence_no` in PostgreSQL. A test compares it with the database. */
export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter, at) => `${at > 0 ? '_' : ''}${letter.toLowerCase()}`)
}

const { models } = getDatamodel().datamodel

/** The tables by the names of their Prisma models. */
export const tables: ReadonlyMap<string, Table> = new Map(Object.keys(models).map((model) => [model, table(model)]))

function table(model: string): Table {
  const fields = models[model]?.fields ?? []
  return {
    model,
    sql: quoted(snake(model)),
    columns: new Map(
      fields
        .filter(({ kind }) => kind !== 'object')
        .map(({ name, type, isList }) => [name, { name, sql: quoted(snake(name)), type, isList }]),
    ),
    relations: new Map(
      fields.flatMap((field) => {
        const relation = field.kind === 'object' ? relationOf(model, field) : undefined
        return relation ? [[field.name, relation]] : []
      }),
    ),
    compoundKeys: new Set(
      [models[model]?.primaryKey, ...(models[model]?.uniqueIndexes ?? [])].flatMap((key) =>
        key ? [key.name ?? key.fields.join('_')] : [],
      ),
    ),
  }
}

type Field = NonNullable<(typeof models)[string]>['fields'][number]

/** Relations over one column that refer to the other table's key; ours are all of this kind. */
function relationOf(model: string, field: Field): Relation | undefined {
  const owned = field.relationFromFields?.[0]
  const opposite = models[field.type]?.fields.find(
    (it) => it.relationName === field.relationName && (field.type !== model || it.name !== field.name),
  )
  const theirs = opposite?.relationFromFields?.[0]
  const here = owned ?? keyOf(model)
  const there = owned === undefined ? theirs : keyOf(field.type)
  if (here === undefined || there === undefined) return undefined
  return {
    name: field.name,
    target: field.type,
    isList: field.isList,
    here: quoted(snake(here)),
    there: quoted(snake(there)),
  }
}

function keyOf(model: string): string | undefined {
  return models[model]?.fields.find(({ isId }) => isId)?.name
}

function quoted(name: string): string {
  return `"${name}"`
}
