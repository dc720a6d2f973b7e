/** A statement under construction: its values, and names for its tables. */
export interface Statement {
  readonly values: readonly unknown[]
  /** Writes down a value; answers its place in the text. */
  value(value: unknown): string
  /** A name for a table that no other in this statement has. */
  alias(): string
}

export function newStatement(): Statement {
  const values: unknown[] = []
  let aliases = 0
  return {
    values,
    value: (value) => `$${values.push(value instanceof Date ? value.toISOString() : value)}`,
    alias: () => `t${aliases++}`,
  }
}

/** Thrown where Prisma's arguments say something the planner does not speak; Prisma then answers itself. */
export class Unplanned extends Error {}

export type Args = Readonly<Record<string, unknown>>

export function isArgs(value: unknown): value is Args {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** The entries that Prisma sees: undefined is as if it were not there. */
export function entriesOf(args: unknown): [string, unknown][] {
  if (args === undefined || args === null) return []
  if (!isArgs(args)) throw new Unplanned('not an object')
  return Object.entries(args).filter(([, value]) => value !== undefined)
}
