import { prepareTemplate } from '../testing.ts'

/** Jest's globalSetup: PostgreSQL with a migrated template, before the first test file. */
export default prepareTemplate
