import { connect, type Pool } from '@sitai/db/connect'
import { statementName } from '@sitai/db/statementName'
import type { Database, Question, Tx } from './contract.ts'
import { connectionOf, plannedClient } from './planned/client.ts'
import { plan } from './planned/plan.ts'
import { askPrisma, transactionsOn } from './planned/transaction.ts'

/** The fast way: what the planner speaks is one prepared statement, and Prisma says the rest. */
export function plannedDatabase(pool: Pool): Database {
  const prisma = connect(pool)
  const db = plannedClient(prisma, {
    connection: pool,
    plan,
    ask: (model, method, args) => askPrisma(prisma, model, method, args),
    retriesInPrisma: true,
  })
  const transactions = transactionsOn(pool)
  return {
    db,
    transact: transactions.run,
    askPrepared: async <Row extends object>({ text, values }: Question, tx: Tx = db) =>
      (await connectionOf(tx).query<Row>({ name: statementName(text), text, values: [...values] })).rows,
    stop: async () => {
      await Promise.all([prisma.$disconnect(), transactions.stop()])
    },
  }
}

/** The plain way, Prisma alone: what the fast one has to be equal to. */
export function plainDatabase(pool: Pool): Database {
  const db = connect(pool)
  return {
    db,
    transact: (opening, fn) =>
      db.$transaction(
        async (tx) => {
          await tx.$queryRawUnsafe(opening.text, ...opening.values)
          return fn(tx, (ask) => ask())
        },
        { maxWait: 600_000, timeout: 600_000 },
      ),
    askPrepared: <Row extends object>({ text, values }: Question, tx: Tx = db) =>
      tx.$queryRawUnsafe<Row[]>(text, ...values),
    stop: () => db.$disconnect(),
  }
}
