import { connect, openPool } from '@sitai/db/connect'
import { config } from '../config.ts'
import { log } from '../log.ts'
import { statementName } from '@sitai/db/statementName'
import { connectionOf, plannedClient } from '../planned/client.ts'
import { plan } from '../planned/plan.ts'
import { prismas, transactionsOn, type Tx } from '../planned/transaction.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: config.DATABASE_POOL, role: 'sitai_app' })
// A connection that PostgreSQL ends while nobody uses it is replaced at the next question; unheard, it would end us.
pool.on('error', ({ name }) => log.warn({ name }, 'an idle connection to the database was lost'))
const prisma = connect(pool)

/** The one database client. It runs as sitai_app, which cannot touch the logs. Its reads are planned (see planned/). */
export const db = plannedClient(prisma, {
  connection: pool,
  plan,
  ask: (model, method, args) => prismas(prisma, model, method, args),
  asksAgain: true,
})

/** Transactions of that client; `write` (write.ts) is the way to one that changes anything. */
export const transactions = transactionsOn(pool)

/** Throws when the database does not answer. */
export async function ping(): Promise<void> {
  await pool.query('SELECT 1')
}

/** A statement with its values. */
export interface Question {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Runs a statement whose plan each connection keeps: for what is asked often, always in the same words, and planned
 * alike whatever its values. All else is `db.$queryRaw`.
 */
export async function askPrepared<Row extends object>({ text, values }: Question, tx: Tx = db): Promise<Row[]> {
  const connection = connectionOf(tx)
  return (await connection.query<Row>({ name: statementName(text), text, values: [...values] })).rows
}

/** Gives back the connections; again does nothing. */
export async function closeDb(): Promise<void> {
  await Promise.all([prisma.$disconnect(), transactions.stop()])
  if (!pool.ending) await pool.end()
}
