import { defineConfig } from 'prisma/config'

/** For Prisma's own command line; `pnpm start` and the tests migrate without it (packages/db/src/migrate.ts). */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
