import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

import { PrismaClient } from '../generated/client/client.ts'

/** The database role every connection of the application runs as: it may read and write rows, never change tables. */
export const APP_ROLE = 'sitai_app'

export interface PoolOptions {
  /** Most connections held at once. Default 10. */
  poolSize?: number
  /** Run every statement as this role; the user of the url must be a member of it. Default: the user of the url. */
  role?: string
  /** The name the connections show in pg_stat_activity. Default "sitai". */
  name?: string
}

/**
 * The url with the role and UTC written into it, so that anything that takes a connection string
 * (the pool, a LISTEN client, the job runner) runs as that role.
 */
export function urlAs(role: string | undefined, url: string): string {
  const target = new URL(url)
  const options = [role ? `-c role=${role}` : '', '-c TimeZone=UTC'].filter(Boolean).join(' ')
  target.searchParams.delete('options')
  const query = target.searchParams.toString()
  target.search = `${query ? `${query}&` : ''}options=${encodeURIComponent(options)}`
  return target.toString()
}

/** A node-postgres pool in UTC, under the given role. The caller ends it. */
export function openPool(url: string, { poolSize = 10, role, name = 'sitai' }: PoolOptions = {}): pg.Pool {
  const kept = role ?? roleOf(url)
  return new pg.Pool({
    connectionString: urlAs(kept, url),
    max: poolSize,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  })
}

/**
 * A Prisma client on a pool of its own, or on the given pool (then the caller still ends that pool).
 * `$disconnect()` ends a pool of its own.
 */
export function connect(source: string | pg.Pool, options: PoolOptions = {}): PrismaClient {
  const own = typeof source === 'string'
  const pool = own ? openPool(source, options) : source
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: own }) })
}

function roleOf(url: string): string | undefined {
  return /-c role=(\w+)/.exec(new URL(url).searchParams.get('options') ?? '')?.[1]
}
