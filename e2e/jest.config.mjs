import { base } from '../jest.base.mjs'

/** Browser tests. The build under test and the browser are made ready once; each test has pages of its own. */
export default {
  ...base,
  displayName: 'e2e',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/**/*.e2e.ts'],
  globalSetup: '<rootDir>/harness/globalSetup.ts',
  globalTeardown: '<rootDir>/harness/globalTeardown.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
}
