import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'

import { connect } from './connect.ts'
import { migrate, schemaDrift } from './migrate.ts'
import { cloneDatabase, emptyDatabase } from './testing.ts'

const database = await cloneDatabase()
const folder = mkdtempSync(join(tmpdir(), 'sitai-migrations-'))

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  given(
    '20200101000000_one',
    'CREATE TABLE one (a int);\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;',
  )
})

afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('the migrations lead to the .prisma files', async () => {
  expect(await schemaDrift(database.ownerUrl)).toBe('')
})

test('the application runs as its own role and in UTC', async () => {
  const db = connect(database.url)
  const rows = await db.$queryRaw`SELECT current_user::text AS role, current_setting('timezone') AS zone`
  await db.$disconnect()
  expect(rows).toEqual([{ role: 'sitai_app', zone: 'UTC' }])
})

test('two processes that start at once migrate once', async () => {
  const { ownerUrl, drop } = await emptyDatabase()
  const applied = await Promise.all([migrate(ownerUrl, { folder }), migrate(ownerUrl, { folder })])
  expect(applied.flat()).toEqual(['20200101000000_one'])
  expect(await migrate(ownerUrl, { folder })).toEqual([])
  await drop()
})

test('a migration that fails leaves nothing, says where, and runs once it is mended', async () => {
  const { ownerUrl, drop } = await emptyDatabase()
  given('20200102000000_two', 'CREATE TABLE two (a int);\n\nSELECT nothing FROM two;')
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow('Line 3: column "nothing" does not exist')
  expect(await ask(ownerUrl, `SELECT to_regclass('one')::text AS one, to_regclass('two') AS two`)).toEqual([
    { one: 'one', two: null },
  ])
  given('20200102000000_two', 'CREATE TABLE two (a int);')
  expect(await migrate(ownerUrl, { folder })).toEqual(['20200102000000_two'])
  await drop()
})

test('a migration that was applied can be neither edited nor taken away', async () => {
  const { ownerUrl, drop } = await emptyDatabase()
  await migrate(ownerUrl, { folder })
  given('20200101000000_one', 'CREATE TABLE other (a int);')
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow('was edited')
  rmSync(folder, { recursive: true })
  await expect(migrate(ownerUrl, { folder })).rejects.toThrow('does not know')
  await drop()
})

function given(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function ask(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
