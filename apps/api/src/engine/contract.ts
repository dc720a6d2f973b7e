import type { Prisma, PrismaClient } from '@sitai/db/client'

/** A transaction as Prisma's client shows it. */
export type Tx = Prisma.TransactionClient

/**
 * Ends an act: what `ask` asks for is sent in one go with COMMIT, which spares a trip. It has to ask at once, and nothing
 * may be asked or thrown after it, for then all is kept. So it is for what cannot fail but by PostgreSQL, which takes all
 * back: `create`, and not `update`, whose row may be missing.
 */
export type End = <T>(ask: () => Promise<T>) => Promise<T>

/** A statement with its values. */
export interface Question {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The database as the API uses it. */
export interface Database {
  readonly db: PrismaClient
  /**
   * Runs `fn` in one transaction that `opening`, its first statement, begins. It is kept when `fn` comes to its end, and
   * taken back when `fn`, or PostgreSQL at the end, throws.
   */
  readonly transact: <T>(opening: Question, fn: (tx: Tx, end: End) => Promise<T>) => Promise<T>
  /**
   * Runs a statement whose plan each connection keeps: for what is asked often, always in the same words, and planned
   * alike whatever its values. All else is `$queryRaw`.
   */
  readonly askPrepared: <Row extends object>(question: Question, tx?: Tx) => Promise<Row[]>
  readonly stop: () => Promise<void>
}
