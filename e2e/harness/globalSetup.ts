import { chromiumPath } from './browser.ts'
import { buildWeb } from './build.ts'
import { buildSystem, startBureaus } from './system.ts'

/** Builds the web, unpacks the browser and starts a system for each worker, before the first test. */
export default async function globalSetup({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  await Promise.all([buildWeb(), buildSystem(), chromiumPath()])
  Reflect.set(globalThis, 'stopBureaus', await startBureaus(maxWorkers))
}
