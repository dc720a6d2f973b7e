/** Browser tests: Chromium is started once, each test file has its own pages. */
export default {
  displayName: 'e2e',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/**/*.e2e.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }],
  },
  globalSetup: '<rootDir>/harness/globalSetup.ts',
  testTimeout: 60_000,
  maxWorkers: 1,
}
