import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lexicographicSortSchema, printSchema } from 'graphql'

/** Writes schema.graphql at the root, when it has changed. No database is touched. */
process.env['DATABASE_URL'] ??= 'postgresql://nobody@127.0.0.1:1/none'
const { schema } = await import('../schema.ts')
const file = fileURLToPath(new URL('../../../../schema.graphql', import.meta.url))
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`
let before = ''
try {
  before = readFileSync(file, 'utf8')
} catch {
  // The first time there is none.
}
if (printed !== before) writeFileSync(file, printed)
process.exit(0)
