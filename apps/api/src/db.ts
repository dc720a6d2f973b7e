import { connect, openPool } from '@sitai/db/connect'
import { config } from './config.ts'
import { withPlannedReads } from './reads/plan.ts'

const pool = openPool(config.DATABASE_URL, { poolSize: config.DATABASE_POOL, role: 'sitai_app' })
const prisma = connect(pool)

/** The one database client. It runs as sitai_app, which cannot touch the logs. Its reads are planned (see reads/). */
export const db = withPlannedReads(prisma, pool)

/** Gives back the connections; again does nothing. */
export async function closeDb(): Promise<void> {
  await prisma.$disconnect()
  if (!pool.ending) await pool.end()
}
