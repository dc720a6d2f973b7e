import { prepareTemplate } from '@sitai/db/testing'

/** One PostgreSQL and one migrated template for the run. */
export default async function globalSetup() {
  Reflect.set(globalThis, 'sitaiTearDown', await prepareTemplate())
}
