import { AsyncLocalStorage } from 'node:async_hooks'
import { Writable } from 'node:stream'
import { connect, type Pool, type PoolClient } from '@sitai/db/connect'
import type { Database, End, Tx } from '../contract.ts'
import { plannedClient } from './client.ts'
import { planAny } from './plan.ts'

/** Runs acts in transactions of their own. */
export interface Transactions {
  /** `transact` of the database (contract.ts). */
  readonly run: Database['transact']
  readonly stop: () => Promise<void>
}

/** How far a transaction has come. */
interface Progress {
  readonly failures: unknown[]
  /** How many statements were sent. */
  sent: number
  /** How many questions Prisma has not answered yet. */
  inPrisma: number
  /** The answer to COMMIT, from when it was sent. */
  commit?: Promise<{ readonly command: string }>
}

/**
 * Transactions on the connections of a pool. What the planner speaks is sent straight to the connection; the rest is
 * said by Prisma within the same transaction.
 */
export function transactionsOn(pool: Pool): Transactions {
  const held = new AsyncLocalStorage<PoolClient>()
  const prisma = connect(lending(pool, held))

  const txOf = (connection: PoolClient, progress: Progress): Tx => {
    const ask = async (model: string, method: string, args: unknown) => {
      refuseLate(progress)
      progress.inPrisma++
      try {
        return await held.run(connection, () =>
          prisma.$transaction((tx) => askPrisma(tx, model, method, args), { timeout: 600_000 }),
        )
      } finally {
        progress.inPrisma--
      }
    }
    return plannedClient(prisma, {
      connection: recorded(connection, progress),
      plan: planAny,
      ask,
      retriesInPrisma: false,
    })
  }

  return {
    run: async (opening, fn) => {
      const connection = await pool.connect()
      const progress: Progress = { failures: [], sent: 0, inPrisma: 0 }
      const commit = () => (progress.commit ??= connection.query('COMMIT'))
      const end: End = (ask) => {
        const { sent } = progress
        const answer = ask()
        // What Prisma has to say by itself comes later; then COMMIT waits.
        if (progress.sent > sent && progress.inPrisma === 0) commit().catch(nothing)
        return answer
      }
      // A connection that breaks is told by the statement it broke under.
      connection.on('error', nothing)
      try {
        corkForTick(connection)
        const opened = Promise.all([
          connection.query('BEGIN'),
          connection.query({ name: 'opening', text: opening.text, values: [...opening.values] }),
        ])
        opened.catch(nothing)
        const result = await fn(txOf(connection, progress), end)
        await opened
        const { command } = await commit()
        if (command !== 'COMMIT') throw new Error('A statement of the transaction failed and nobody heard of it.')
        giveBack(connection)
        return result
      } catch (error) {
        await connection.query('ROLLBACK').then(
          () => giveBack(connection),
          (broken: unknown) => giveBack(connection, broken),
        )
        throw isEcho(error) ? (progress.failures[0] ?? error) : error
      }
    },
    stop: () => prisma.$disconnect(),
  }
}

function refuseLate({ commit }: Progress): void {
  if (commit) throw new Error('This transaction has ended: a statement came after its last.')
}

/** The connection, which sends what is asked at once in one go, and whose failures are written down in their order. */
function recorded(connection: PoolClient, progress: Progress): PoolClient {
  const ask: unknown = Reflect.get(connection, 'query')
  if (typeof ask !== 'function') return connection
  const query = (...question: unknown[]): unknown => {
    refuseLate(progress)
    progress.sent++
    corkForTick(connection)
    const answer: unknown = Reflect.apply(ask, connection, question)
    if (answer instanceof Promise) answer.catch((error: unknown) => progress.failures.push(error))
    return answer
  }
  return overlaid(connection, { query })
}

/** Of statements that were sent together those after the one that failed say no more than that one before them did. */
function isEcho(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === '25P02'
}

/** Holds back what is sent until whatever runs now, and all that goes on from it without waiting, has come to its end. */
function corkForTick(connection: PoolClient): void {
  const wire: unknown = Reflect.get(connection, 'connection')
  const stream: unknown = typeof wire === 'object' && wire !== null ? Reflect.get(wire, 'stream') : undefined
  if (!(stream instanceof Writable) || stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function giveBack(connection: PoolClient, broken?: unknown): void {
  connection.off('error', nothing)
  connection.release(broken !== undefined)
}

function nothing(): void {}

/** What Prisma's own client, or one of its transactions, answers. */
export function askPrisma(tx: object, model: string, method: string, args: unknown): Promise<unknown> {
  const delegate: unknown = Reflect.get(tx, `${model[0]?.toLowerCase()}${model.slice(1)}`)
  const question: unknown =
    typeof delegate === 'object' && delegate !== null ? Reflect.get(delegate, method) : undefined
  if (typeof question !== 'function') throw new Error(`Prisma has no ${model}.${method}.`)
  return Promise.resolve(Reflect.apply(question, delegate, [args]))
}

/** A pool whose only connection is the one that is held: what Prisma begins and ends there is already begun, or not its to end. */
function lending(pool: Pool, held: AsyncLocalStorage<PoolClient>): Pool {
  const lend = (): Promise<PoolClient> => {
    const connection = held.getStore()
    return connection ? Promise.resolve(unbracketed(connection)) : Promise.reject(new Error('No transaction is held.'))
  }
  return overlaid(pool, { connect: lend })
}

function unbracketed(connection: PoolClient): PoolClient {
  const query = (question: { readonly text?: string }, ...more: unknown[]): unknown => {
    if (/^(?:BEGIN|COMMIT|ROLLBACK)/.test(question.text ?? ''))
      return Promise.resolve({ rows: [], rowCount: 0, fields: [] })
    const ask: unknown = Reflect.get(connection, 'query')
    return typeof ask === 'function' ? Reflect.apply(ask, connection, [question, ...more]) : undefined
  }
  return overlaid(connection, { query, release: nothing })
}

/** The same thing but for some of its methods. */
function overlaid<T extends object>(thing: T, methods: Readonly<Record<string, unknown>>): T {
  return new Proxy(thing, {
    get: (target, key) => (typeof key === 'string' && key in methods ? methods[key] : Reflect.get(target, key, target)),
  })
}
