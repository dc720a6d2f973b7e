import { createHash } from 'node:crypto'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import pg from 'pg'

import { APP_ROLE } from './url.ts'
import { everything, migrationsFolder, openEngine, prismaFolder, readMigrations, readSchema } from './engine.ts'

/** The advisory lock under which migrations run: two processes that start at once take turns. */
const MIGRATE_LOCK = 4_400_002

export interface MigrateOptions {
  /** Told the name of each migration before it runs. */
  onProgress?: (line: string) => void
  /** Default: prisma/migrations. */
  folder?: string
}

/**
 * Brings the database to the newest migration and answers the names of those it applied.
 * Each migration is one transaction together with its line in `_prisma_migrations`: it is there whole or not at all,
 * so none may hold statements that PostgreSQL refuses in a transaction (CREATE INDEX CONCURRENTLY).
 *
 * Throws when an applied migration was edited or removed since, or when one fails.
 */
export async function migrate(
  ownerUrl: string,
  { onProgress = () => {}, folder = migrationsFolder }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const pool = onePool(ownerUrl)
  try {
    if (pendingOf(migrations, await appliedIn(pool)).length === 0 && (await hasAppRole(pool))) return []
    await pool.query('SELECT pg_advisory_lock($1)', [MIGRATE_LOCK])
    await ensureAppRole(pool)
    const pending = pendingOf(migrations, await appliedIn(pool))
    for (const name of pending) {
      onProgress(`Migration ${name}`)
      await applyUpTo(name, migrations, pool)
    }
    return pending
  } finally {
    await pool.end()
  }
}

/** What still separates the database at `url` from the .prisma files, in words; empty when they are in step. */
export async function schemaDrift(url: string): Promise<string> {
  return diff(url, false)
}

/** The SQL that leads from the database at `url` to the .prisma files; empty when they are in step. */
export async function schemaDriftSql(url: string): Promise<string> {
  return diff(url, true)
}

async function diff(url: string, script: boolean): Promise<string> {
  const pool = onePool(url)
  const engine = await openEngine(pool)
  try {
    const schema = await readSchema()
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: prismaFolder }, // the database of the engine's pool
      to: { tag: 'schemaDatamodel', ...schema },
      script,
      exitCode: true,
      filters: everything,
    })
    return exitCode === 0 ? '' : (stdout ?? '')
  } finally {
    engine.free()
    await pool.end()
  }
}

/** One connection, so that the lock, the transaction and the engine's statements share it. */
function onePool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, application_name: 'sitai migrate' })
  pool.on('error', () => {})
  // The engine listens once more for each migration; the pool ends with them.
  pool.setMaxListeners(0)
  return pool
}

/** Name and checksum of what the database has. */
async function appliedIn(pool: pg.Pool): Promise<Map<string, string>> {
  const { rows } = await pool.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!rows[0]?.there) return new Map()
  const applied = await pool.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Map(applied.rows.map((row) => [row.migration_name, row.checksum]))
}

function pendingOf({ migrationDirectories }: MigrationList, applied: Map<string, string>): string[] {
  const names = new Set(migrationDirectories.map(({ path }) => path))
  for (const { path, migrationFile } of migrationDirectories) {
    const text = migrationFile.content.value
    const known = applied.get(path)
    if (known && known !== createHash('sha256').update(text).digest('hex')) {
      throw new Error(
        `Migration ${path} was edited after this database had it. Undo the edit and write a new migration.`,
      )
    }
  }
  for (const name of applied.keys()) {
    if (!names.has(name)) {
      throw new Error(
        `The database has the migration ${name}, which this version does not know. Is the code older than the data?`,
      )
    }
  }
  return [...names].filter((name) => !applied.has(name))
}

async function applyUpTo(name: string, migrations: MigrationList, pool: pg.Pool) {
  const directories = migrations.migrationDirectories.filter(({ path }) => path <= name)
  let cause: unknown
  const engine = await openEngine(pool, (error) => (cause = error))
  await pool.query('BEGIN')
  try {
    await engine.applyMigrations({
      migrationsList: { ...migrations, migrationDirectories: directories },
      filters: everything,
    })
    await pool.query('COMMIT')
  } catch (error) {
    await pool.query('ROLLBACK')
    const script = directories.at(-1)?.migrationFile.content.value ?? ''
    throw new Error(`Migration ${name} failed and left no trace. ${explain(cause ?? error, script)}`, { cause: error })
  } finally {
    engine.free()
  }
}

/** What PostgreSQL said, and about which line of the script. */
function explain(error: unknown, script: string): string {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? error.message : String(error)
  const line = error.position && script.slice(0, Number(error.position)).split('\n').length
  return [line && `Line ${line}:`, error.message, error.detail, error.where, error.hint].filter(Boolean).join(' ')
}

async function hasAppRole(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE])
  return rowCount === 1
}

/** Roles belong to the whole server, so another database's migration may make it at the same moment. */
async function ensureAppRole(pool: pg.Pool) {
  await pool.query(`
    DO $$ BEGIN
      CREATE ROLE ${APP_ROLE} NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    GRANT ${APP_ROLE} TO CURRENT_USER;
  `)
}
