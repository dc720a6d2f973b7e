import { chromiumPath } from './browser.ts'
import { buildWeb } from './build.ts'
import { startBureau } from './system.ts'

/** Builds the web, unpacks the browser and starts the whole system once, before the first test. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([buildWeb(), chromiumPath()])
  Reflect.set(globalThis, 'stopBureau', await startBureau())
}
