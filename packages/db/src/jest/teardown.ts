import { dropTemplate } from '../testing.ts'

/** Jest's globalTeardown: PostgreSQL stops after the last test file. */
export default dropTemplate
