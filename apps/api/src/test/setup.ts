import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { cloneDatabase } from '@sitai/db/testing'

/** Before the first import of the API: this file's own database and data folder. */
const database = await cloneDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'sitai-test-'))
process.env['NODE_ENV'] = 'test'
process.env['DATABASE_URL'] = database.url
process.env['SITAI_DATA_DIR'] = dataDir

afterAll(async () => {
  const { closeDb } = await import('../data/db.ts')
  await closeDb()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
