import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

import { PrismaClient } from '../generated/client/client.ts'
import { statementName } from './statementName.ts'
import { roleOf, urlAs } from './url.ts'

export interface PoolOptions {
  /** Most connections held at once. Default 10. */
  poolSize?: number
  /** Run every statement as this role; the user of the url must be a member of it. Default: the user of the url. */
  role?: string
  /** The name the connections show in pg_stat_activity. Default "sitai". */
  name?: string
}

/** A node-postgres pool with the settings of `urlAs`, under the given role. The caller ends it. */
export function openPool(url: string, { poolSize = 10, role, name = 'sitai' }: PoolOptions = {}): pg.Pool {
  const kept = role ?? roleOf(url)
  return new pg.Pool({
    connectionString: urlAs(kept, url),
    max: poolSize,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // What is asked at once is sent at once, in that order, without waiting for each answer.
    pipeline: true,
  })
}

/**
 * A Prisma client on a pool of its own, or on the given pool (then the caller still ends that pool).
 * `$disconnect()` ends a pool of its own.
 */
export function connect(source: string | pg.Pool, options: PoolOptions = {}): PrismaClient {
  const own = typeof source === 'string'
  const pool = own ? openPool(source, options) : source
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: own,
    statementNameGenerator: ({ sql }) => nameOfPrismas(sql),
  })
  return whenUsed(() => new PrismaClient({ adapter }))
}

/** Made at the first use: most of what is asked never comes to Prisma, which takes 40 ms to make a client. */
function whenUsed<T extends object>(make: () => T): T {
  const shell: T = Object.create(null)
  let made: T | undefined
  const thing = () => (made ??= make())
  return new Proxy(shell, {
    has: (_shell, name) => Reflect.has(thing(), name),
    get: (_shell, name) => {
      const found: unknown = Reflect.get(thing(), name)
      return typeof found === 'function' ? found.bind(thing()) : found
    },
  })
}

/**
 * Statements that Prisma writes, of one table by its keys mostly, are prepared. Those of `$queryRaw` are not: aggregates
 * need a plan for their values.
 */
function nameOfPrismas(sql: string): string {
  return (sql.includes('"public".') && statementName(sql)) || ''
}

export type { Pool, PoolClient } from 'pg'
