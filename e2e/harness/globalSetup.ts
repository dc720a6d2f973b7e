import { chromiumPath } from './browser.ts'
import { buildWeb } from './build.ts'

/** Builds the web and unpacks the browser once, before the first test. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([buildWeb(), chromiumPath()])
}
