import { resolve, join } from 'node:path'
import { startEmbedded } from '@sitai/db/embedded'

import { functions, rowSecurity } from './byHand/functions.ts'
import { load, once } from './dataset/load.ts'
import { makeSignIns } from './dataset/signIns.ts'
import type { Size } from './dataset/sizes.ts'
import { FIRST_FOREIGN_ID } from './fixed.ts'
import type { Options } from './options.ts'

/** The database cluster of the bench, with what every measurement needs of it. */
export interface Bench {
  readonly options: Options
  readonly version: string
  readonly postmaster: number
  readonly dataDir: string
  /** Loads a size when it is not there; answers the address of its owner. */
  readonly load: (size: Size) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts PostgreSQL as production has it, on the bench's own data. */
export async function openBench(options: Options): Promise<Bench> {
  const dataDir = resolve(options.dataDir)
  const embedded = await startEmbedded({ dataDir })
  process.once('SIGINT', () => void embedded.stop().then(() => process.exit(130)))
  process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(143)))
  const { version, pid } = await once(embedded.ownerUrl, async (db) => {
    const { rows } = await db.query<{ version: string; pid: string }>(
      `SELECT current_setting('server_version') AS version, split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`,
    )
    return rows[0] ?? { version: '', pid: '0' }
  })
  return {
    options,
    version,
    postmaster: Number(pid),
    dataDir: join(dataDir, 'server'),
    load: async (size) => {
      const url = await load(embedded.ownerUrl, size, (line) => console.log(line))
      await once(url, (db) => db.query(`${functions};${rowSecurity}`))
      await once(url, async (db) => {
        await db.query('SET session_replication_role = replica')
        await makeSignIns(db)
      })
      await tidy(url)
      return url
    },
    stop: embedded.stop,
  }
}

/** Takes away what was written while measuring. The log of it stays: nothing that is measured reads it. */
export async function tidy(url: string): Promise<void> {
  await once(url, async (db) => {
    await db.query('SET session_replication_role = replica')
    // Triggers are off, so the marks of the rollup are made here.
    for (const table of ['service_log', 'visit', 'pairing'])
      await db.query(`
        INSERT INTO rollup_mark (street_code, from_day, to_day)
        SELECT DISTINCT left(community_code, 9), date '-infinity', date 'infinity' FROM ${table} WHERE id > '${FIRST_FOREIGN_ID}'`)
    for (const table of ['service_log', 'duty_slot', 'visit', 'pairing'])
      await db.query(`DELETE FROM ${table} WHERE id > '${FIRST_FOREIGN_ID}'`)
    await db.query('TRUNCATE idempotency_key')
    await db.query('RESET session_replication_role')
    await db.query('VACUUM (ANALYZE) service_log, duty_slot, visit, pairing')
  })
}
