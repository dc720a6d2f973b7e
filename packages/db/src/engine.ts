/// <reference path="./wasm.d.ts" />
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import pg from 'pg'

/** Three folders up: true here and in apps/api/dist, where `pnpm build` compiles this file into. */
export const prismaFolder = fileURLToPath(new URL('../../../prisma', import.meta.url))
export const migrationsFolder = join(prismaFolder, 'migrations')

/** Everything counts: no table is managed by others. */
export const everything = { externalTables: [], externalEnums: [] }

/**
 * Prisma's own schema engine, as WebAssembly, on the given pool. (Its command line would download a binary.)
 * Free it with `engine.free()`; the caller ends the pool. The engine's own errors do not say what PostgreSQL said about
 * a script; `onScriptError` is told that.
 */
export async function openEngine(
  pool: pg.Pool,
  onScriptError: (error: unknown) => void = () => {},
): Promise<SchemaEngine> {
  const { SchemaEngine } = await loadEngine()
  const factory = bindMigrationAwareSqlAdapterFactory(adaptPool(pool, onScriptError))
  return SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
}

/** Every .prisma file. */
export async function readSchema(): Promise<SchemasContainer> {
  const names = (await readdir(prismaFolder)).filter((name) => name.endsWith('.prisma')).sort()
  const read = async (name: string) => ({ path: name, content: await readFile(join(prismaFolder, name), 'utf8') })
  return { files: await Promise.all(names.map(read)) }
}

/** Every migration in the folder, oldest first. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const read = async (name: string) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: await readFile(join(folder, name, 'migration.sql'), 'utf8') },
    },
  })
  const lockfile = await readFile(join(folder, 'migration_lock.toml'), 'utf8').catch(() => null)
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map(read)),
  }
}

let loading: ReturnType<typeof instantiate> | undefined

/** One instance for the process: the glue is module state, and a second instance would pull it from under the first. */
function loadEngine() {
  return (loading ??= instantiate())
}

/** The package is made for bundlers, which import .wasm files; Node has to put its two halves together. */
async function instantiate() {
  // Asked for from this package, also where this file has been compiled into another's folder.
  const file = createRequire(join(prismaFolder, '../packages/db/package.json')).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(join(dirname(file), 'schema_engine_bg.wasm'))
  // The engine never clears the timer of its lock's time limit; ours must not keep the process waiting for it.
  const patient = (done: () => void, delay: number) => setTimeout(done, delay >>> 0).unref()
  const imports = Object.entries(glue).map(([name, value]) => [
    name,
    name.startsWith('__wbg_setTimeout_') ? patient : value,
  ])
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': Object.fromEntries(imports) })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/**
 * PrismaPg as the schema engine needs it. A script goes to PostgreSQL whole, where PrismaPg cuts it at every semicolon,
 * also inside a function's body. And columns of PostgreSQL's one-byte type "char", which the engine's questions to the
 * catalogue answer with and PrismaPg does not know, pass it as text and reach the engine as characters.
 */
function adaptPool(pool: pg.Pool, onScriptError: (error: unknown) => void): SqlMigrationAwareDriverAdapterFactory {
  const { CHAR, TEXT }: Record<string, number> = pg.types.builtins
  const characters = new Set<string>()
  const ask: (...args: unknown[]) => Promise<{ fields?: pg.FieldDef[] }> = pool.query.bind(pool)
  const query = async (...args: unknown[]) => {
    const result = await ask(...args)
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== CHAR) continue
      field.dataTypeID = TEXT
      characters.add(field.name)
    }
    return result
  }
  const proxy = new Proxy(pool, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key, target)) })
  const factory = new PrismaPg(proxy)

  const connect = async () => {
    const adapter = await factory.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (question) => {
      const answer = await queryRaw(question)
      const typeOf = (name: string, index: number) =>
        characters.has(name) ? ColumnTypeEnum.Character : (answer.columnTypes[index] ?? ColumnTypeEnum.Text)
      return { ...answer, columnTypes: answer.columnNames.map(typeOf) }
    }
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        onScriptError(error)
        throw error
      })
    }
    return adapter
  }
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: connect }
}
