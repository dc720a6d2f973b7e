import { isArgs, entriesOf, Unplanned } from './statement.ts'
import { tables, type Table } from './tables.ts'

/** Prisma's `orderBy` as SQL, '' for none: by columns of the table called `alias`, or of what it belongs to. */
export function order(table: Table, alias: string, orderBy: unknown): string {
  const list: unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy]
  return list.flatMap((it) => entriesOf(it).map(([name, value]) => term(table, alias, name, value))).join(', ')
}

function term(table: Table, alias: string, name: string, value: unknown): string {
  const column = table.columns.get(name)
  if (column) return `${alias}.${column.sql} ${direction(value)}`
  const relation = table.relations.get(name)
  const target = relation && tables.get(relation.target)
  const inner = entriesOf(value)
  const [first] = inner
  if (!target || relation.isList || inner.length !== 1 || !first) throw new Unplanned(name)
  const theirs = target.columns.get(first[0])
  if (!theirs) throw new Unplanned(first[0])
  const it = `${alias}_${relation.name}`
  const found = `(SELECT ${it}.${theirs.sql} FROM ${target.sql} ${it} WHERE ${it}.${relation.there} = ${alias}.${relation.here})`
  return `${found} ${direction(first[1])}`
}

function direction(value: unknown): string {
  if (value === 'asc' || value === 'desc') return value.toUpperCase()
  if (!isArgs(value)) throw new Unplanned('order')
  const { sort, nulls } = value
  if ((sort !== 'asc' && sort !== 'desc') || (nulls !== 'first' && nulls !== 'last')) throw new Unplanned('order')
  return `${sort.toUpperCase()} NULLS ${nulls.toUpperCase()}`
}
