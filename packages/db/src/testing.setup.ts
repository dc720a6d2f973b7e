import { prepareTemplate } from './testing.ts'

/** Jest's globalSetup; the function it returns is called as globalTeardown. */
export default async function setup() {
  const tearDown = await prepareTemplate()
  Object.assign(globalThis, { tearDownSitai: tearDown })
}
