/**
 * What the container runs, compiled (tools/bundle.ts): migrates the database of DATABASE_URL (its owner), then becomes the API, which works in it
 * as the role that cannot touch the logs. Two containers that start at once take turns at migrating.
 */
import { migrate } from '@sitai/db/migrate'
import { APP_ROLE, urlAs } from '@sitai/db/url'

const ownerUrl = process.env['DATABASE_URL']
if (!ownerUrl) {
  console.error('DATABASE_URL is not set.')
  process.exit(1)
}
await migrate(ownerUrl, { onProgress: (line) => console.log(line) })
process.env['DATABASE_URL'] = urlAs(APP_ROLE, ownerUrl)
await import('../apps/api/src/main.ts')
