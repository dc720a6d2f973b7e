/** `pnpm migration <name>`: writes the SQL that leads from the migrations so far to the .prisma files. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { startThrowaway } from '@sitai/db/embedded'
import { migrate, schemaDriftSql } from '@sitai/db/migrate'

const name = process.argv
  .slice(2)
  .join('_')
  .toLowerCase()
  .replaceAll(/[^a-z0-9]+/g, '_')
if (!name) {
  console.error('Usage: pnpm migration <name in a few words>')
  process.exit(1)
}

const database = await startThrowaway()
try {
  await migrate(database.ownerUrl)
  const sql = await schemaDriftSql(database.ownerUrl)
  if (sql === '') {
    console.log('The migrations already lead to the .prisma files; nothing to write.')
  } else {
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
    const folder = join('prisma', 'migrations', `${stamp}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    console.log(`${join(folder, 'migration.sql')}\n\n${sql}`)
  }
} finally {
  await database.stop()
}
