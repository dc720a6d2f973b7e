import { randomBytes } from 'node:crypto'
import pg from 'pg'

import { APP_ROLE, urlAs } from './url.ts'
import { startThrowaway } from './embedded.ts'
import { migrate } from './migrate.ts'

/** How the tests of one run find the server; set by `prepareTemplate`, inherited by Jest's workers. */
const SERVER = 'SITAI_TEST_SERVER'
const TEMPLATE = 'SITAI_TEST_TEMPLATE'

/** A database of one test file. */
export interface TestDatabase {
  /** As the application sees it (role `sitai_app`). */
  url: string
  /** As its owner. */
  ownerUrl: string
  /** Drops it, and ends whatever connection is still open. */
  drop: () => Promise<void>
}

let tearDown = async () => {}

/**
 * Jest's globalSetup: a PostgreSQL for this run (or the one of TEST_DATABASE_URL) with one migrated template database.
 * PostgreSQL stops also when the run is interrupted or killed. Answers `dropTemplate`.
 */
export async function prepareTemplate(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const server = given ? undefined : await startThrowaway()
  const serverUrl = given ?? server?.ownerUrl ?? ''
  const template = `sitai_template_${randomBytes(4).toString('hex')}`
  tearDown = async () => {
    if (server) await server.stop()
    else await onServer(serverUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
  }
  try {
    await onServer(serverUrl, `CREATE DATABASE ${template}`)
    await migrate(databaseUrl(serverUrl, template))
  } catch (error) {
    await tearDown()
    throw error
  }
  process.env[SERVER] = serverUrl
  process.env[TEMPLATE] = template
  return dropTemplate
}

/** Jest's globalTeardown: undoes `prepareTemplate`. */
export async function dropTemplate(): Promise<void> {
  await tearDown()
}

/** A fresh migrated database, for one test file; takes some tens of milliseconds. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return createDatabase(`TEMPLATE ${environment(TEMPLATE)}`)
}

/** A database without any table. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('')
}

async function createDatabase(how: string): Promise<TestDatabase> {
  const serverUrl = environment(SERVER)
  const name = `sitai_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} ${how}`)
  const ownerUrl = databaseUrl(serverUrl, name)
  return {
    url: urlAs(APP_ROLE, ownerUrl),
    ownerUrl,
    drop: () => onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

function environment(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error('prepareTemplate() has to run first, as globalSetup of Jest.')
  return value
}

async function onServer(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}
