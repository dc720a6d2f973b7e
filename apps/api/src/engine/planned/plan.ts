import { planChange } from './changes.ts'
import { type Connection, prepared } from './prepared.ts'
import { counted, found, one } from './reads.ts'
import { type Args, isArgs, Unplanned } from './statement.ts'
import { type Table, tables } from './tables.ts'

/** One statement for a whole read or change, and what Prisma would answer, made of its rows or of their number. */
export interface Plan {
  readonly text: string
  readonly values: readonly unknown[]
  /** undefined where Prisma would throw, for want of a row. */
  readonly read: (rows: readonly (readonly unknown[])[], count: number) => unknown
  /** A read that goes with it, right after, and gives the answer instead. */
  readonly after?: Plan
}

const methods: Readonly<Record<string, (table: Table, args: Args) => Plan>> = {
  findMany: (table, args) => found(table, args),
  findFirst: (table, args) => one(table, args, null),
  findFirstOrThrow: (table, args) => one(table, args, undefined),
  count: counted,
}

/** Asked by many at once, Prisma makes one statement of these; in a transaction one asks after the other. */
const single: typeof methods = {
  findUnique: (table, args) => one(table, args, null),
  findUniqueOrThrow: (table, args) => one(table, args, undefined),
}

/** Whether the planner may speak this method of Prisma's models. */
export function isPlannable(method: PropertyKey): boolean {
  if (typeof method !== 'string') return false
  return Object.hasOwn(methods, method) || Object.hasOwn(single, method) || planChange(method) !== undefined
}

/** Prisma's arguments of a read as one statement; null where they say something the planner does not speak. */
export function plan(model: string, method: string, args: unknown): Plan | null {
  return spoken(model, Object.hasOwn(methods, method) ? methods[method] : undefined, args)
}

/** As `plan`, for whatever a transaction does. */
export function planAny(model: string, method: string, args: unknown): Plan | null {
  const make = Object.hasOwn(single, method) ? single[method] : planChange(method)
  return make ? spoken(model, make, args) : plan(model, method, args)
}

function spoken(model: string, make: ((table: Table, args: Args) => Plan) | undefined, args: unknown): Plan | null {
  const table = tables.get(model)
  try {
    return make && table && isArgs(args) ? make(table, args) : null
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

/** Runs a plan; undefined where Prisma would throw. */
export async function run(connection: Connection, { text, values, read, after }: Plan): Promise<unknown> {
  const [{ rows, count }, answer] = await Promise.all([
    prepared(connection, text, values),
    after && run(connection, after),
  ])
  return after ? answer : read(rows, count)
}
