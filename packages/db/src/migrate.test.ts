import { afterAll, expect, test } from '@jest/globals'

import { connect } from './connect.ts'
import { schemaDrift } from './migrate.ts'
import { cloneDatabase } from './testing.ts'

const database = await cloneDatabase()
afterAll(() => database.drop())

test('the migrations lead to the .prisma files', async () => {
  expect(await schemaDrift(database.ownerUrl)).toBe('')
})

test('the application runs as its own role and in UTC', async () => {
  const db = connect(database.url)
  const rows = await db.$queryRaw`SELECT current_user::text AS role, current_setting('timezone') AS zone`
  await db.$disconnect()
  expect(rows).toEqual([{ role: 'sitai_app', zone: 'UTC' }])
})
