import { fileURLToPath } from 'node:url'

/**
 * What Jest shares in every package that runs on Node: TypeScript through swc, native ESM
 * (`node --experimental-vm-modules`), imports written with their `.ts` ending.
 *
 * @satisfies {import('jest').Config}
 */
export const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/generated/', '/dist/'],
  injectGlobals: false,
  clearMocks: true,
  // Long enough for a machine that does other things as well; no test measures time.
  testTimeout: 30_000,
}

/** For packages whose tests need PostgreSQL: one server and one migrated template for the run. */
export const onPostgres = {
  globalSetup: fileURLToPath(new URL('packages/db/src/jest/setup.ts', import.meta.url)),
  globalTeardown: fileURLToPath(new URL('packages/db/src/jest/teardown.ts', import.meta.url)),
}
