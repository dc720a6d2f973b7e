import pg from 'pg'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { migrate } from '@sitai/db/migrate'
import { searchKeys } from '@sitai/rules/pinyin'

import { prepare, steps } from './fill.ts'
import { type Place, placesOf, type Size } from './sizes.ts'

/**
 * Makes the database of a size unless it is there as this code would make it, and answers its owner's address.
 * Triggers and secondary indexes are off while it loads; constraints are checked when they are made again.
 */
export async function load(clusterUrl: string, size: Size, say: (line: string) => void): Promise<string> {
  const name = `bench_${size}`
  const url = withDatabase(clusterUrl, name)
  const mark = await markOf(url)
  if (await isThere(clusterUrl, name, mark)) return url
  say(`${size}: loading`)
  await once(clusterUrl, async (db) => {
    await db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await db.query(`CREATE DATABASE ${name}`)
  })
  await migrate(url)
  await once(url, async (db) => {
    await db.query(`SET session_replication_role = replica`)
    await db.query(`SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'`)
    const setAside = await dropIndexes(db)
    await loadPlaces(db, size)
    await db.query(prepare)
    for (const [what, sql] of steps) {
      const begin = Date.now()
      await db.query(sql)
      say(`${size}: ${what} (${((Date.now() - begin) / 1000).toFixed(1)} s)`)
    }
    for (const definition of setAside) await db.query(definition)
    say(`${size}: ${setAside.length} indexes`)
    await db.query('RESET session_replication_role')
    await db.query('VACUUM (ANALYZE)')
  })
  await once(clusterUrl, (db) => db.query(`COMMENT ON DATABASE ${name} IS '${mark}'`))
  say(`${size}: loaded`)
  return url
}

export function withDatabase(url: string, database: string): string {
  const target = new URL(url)
  target.pathname = `/${database}`
  return target.toString()
}

/** Runs with one connection of the owner. */
export async function once<T>(url: string, act: (db: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** What the dataset depends on: the code that makes it. New migrations are applied to what is there. */
async function markOf(url: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of ['fill.ts', 'sizes.ts', 'load.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  return hash.update(new URL(url).pathname).digest('hex').slice(0, 16)
}

async function isThere(clusterUrl: string, name: string, mark: string): Promise<boolean> {
  const { rows } = await once(clusterUrl, (db) =>
    db.query<{ mark: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1`,
      [name],
    ),
  )
  if (rows[0]?.mark !== mark) return false
  await migrate(withDatabase(clusterUrl, name))
  return true
}

/** Drops what a bulk load had better build at its end: indexes that are no keys, exclusion constraints. */
async function dropIndexes(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ drop: string; make: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
      FROM pg_constraint WHERE contype = 'x'
    UNION ALL
    SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`)
  for (const { drop } of rows) await db.query(drop)
  return rows.map(({ make }) => make)
}

async function loadPlaces(db: pg.Client, size: Size): Promise<void> {
  const { divisions, streets, communities } = placesOf(size)
  await db.query('CREATE TABLE bench_place (no bigint PRIMARY KEY, code text, name text, pinyin text, initials text)')
  await insert(db, 'division (code, name)', divisions, ({ code, name }) => ({ code, name }))
  await insert(db, 'street (code, name, initials, district_code)', streets, ({ code, name }) => ({
    code,
    name,
    initials: searchKeys(name, 'OTHER').initials,
    district_code: code.slice(0, 6),
  }))
  await insert(db, 'bench_place (no, code, name, pinyin, initials)', communities, ({ code, name }, no) => ({
    no,
    code,
    name,
    ...searchKeys(name, 'OTHER'),
  }))
}

async function insert(
  db: pg.Client,
  target: string,
  places: readonly Place[],
  rowOf: (place: Place, no: number) => Record<string, string | number>,
): Promise<void> {
  const table = target.split(' ')[0]
  const columns = target.slice(target.indexOf('(') + 1, -1)
  for (let start = 0; start < places.length; start += 20_000) {
    const rows = places.slice(start, start + 20_000).map((place, at) => rowOf(place, start + at))
    await db.query(
      `INSERT INTO ${target} SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1) ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows)],
    )
  }
}
