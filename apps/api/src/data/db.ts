import { openPool } from '@sitai/db/connect'
import { config } from '../config.ts'
import { plainDatabase, plannedDatabase } from '../engine/database.ts'
import { log } from '../log.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: config.DATABASE_POOL, role: 'sitai_app' })
// A connection that PostgreSQL ends while nobody uses it is replaced at the next question; unheard, it would end us.
pool.on('error', ({ name }) => log.warn({ name }, 'an idle connection to the database was lost'))

/** Has `forget` told whenever a connection goes: PostgreSQL may have crashed, and what was read before it proves nothing. */
export function onConnectionLost(forget: () => void): void {
  pool.on('remove', forget)
}

const database = config.SITAI_ENGINE ? plannedDatabase(pool) : plainDatabase(pool)

/**
 * The one database client; it runs as sitai_app, which cannot touch the logs. `transact` is behind `write`
 * (acts/write.ts), the one way to change anything.
 */
export const { db, transact, askPrepared } = database

/** Throws when the database does not answer. */
export async function ping(): Promise<void> {
  await pool.query('SELECT 1')
}

/** Gives back the connections; again does nothing. */
export async function closeDb(): Promise<void> {
  await database.stop()
  if (!pool.ending) await pool.end()
}
