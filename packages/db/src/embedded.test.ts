import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startEmbedded } from './embedded.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sitai-embedded-'))
const pidFile = join(dataDir, 'cluster/postmaster.pid')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the data outlives a stop, a crash, and a pid file that names somebody else', async () => {
  const first = await startEmbedded({ dataDir })
  await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS a')
  await first.stop()

  const second = await startEmbedded({ dataDir })
  await ask(second.ownerUrl, 'INSERT INTO kept VALUES (2)')
  process.kill(postmaster(), 'SIGKILL')
  await sleep(100)

  const third = await startEmbedded({ dataDir })
  expect(await ask(third.ownerUrl, 'SELECT a FROM kept')).toEqual([{ a: 1 }, { a: 2 }])
  await third.stop()

  writeFileSync(pidFile, [process.pid, join(dataDir, 'cluster'), 1_700_000_000, 1, '', '127.0.0.1', ''].join('\n'))
  const fourth = await startEmbedded({ dataDir })
  expect(await ask(fourth.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }])
  await fourth.stop()
})

test('two systems never run on one folder of data', async () => {
  const running = await startEmbedded({ dataDir })
  await expect(startEmbedded({ dataDir })).rejects.toThrow('already running')
  expect(await ask(running.ownerUrl, 'SELECT 1 AS still')).toEqual([{ still: 1 }])
  await running.stop()
})

test('the password is for the owner of the folder only, and Chinese is searched by its characters', async () => {
  const { ownerUrl, stop } = await startEmbedded({ dataDir })
  expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  await ask(ownerUrl, 'CREATE EXTENSION pg_trgm')
  expect(await ask(ownerUrl, `SELECT cardinality(show_trgm('海曙区司法局')) > 4 AS cut`)).toEqual([{ cut: true }])
  await stop()
})

function postmaster(): number {
  return Number(readFileSync(pidFile, 'utf8').split('\n')[0])
}

async function ask(url: string, sql: string) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}
