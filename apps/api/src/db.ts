import { connect, openPool } from '@sitai/db/connect'
import { config } from './config.ts'
import { log } from './log.ts'
import { withPlannedReads } from './reads/plan.ts'
import { prepared } from './reads/prepared.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: config.DATABASE_POOL, role: 'sitai_app' })
// A connection that PostgreSQL ends while nobody uses it is replaced at the next question; unheard, it would end us.
pool.on('error', ({ name }) => log.warn({ name }, 'an idle connection to the database was lost'))
const prisma = connect(pool)

/** The one database client. It runs as sitai_app, which cannot touch the logs. Its reads are planned (see reads/). */
export const db = withPlannedReads(prisma, pool)

/** Throws when the database does not answer. */
export async function ping(): Promise<void> {
  await pool.query('SELECT 1')
}

/** The rows of a statement of ours that is sent at every request, each the list of its values. */
export function askPrepared(text: string, values: readonly unknown[]): Promise<unknown[][]> {
  return prepared(pool, text, values)
}

/** Gives back the connections; again does nothing. */
export async function closeDb(): Promise<void> {
  await prisma.$disconnect()
  if (!pool.ending) await pool.end()
}
