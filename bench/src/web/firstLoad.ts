import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'

import type { Who } from '../fixed.ts'
import { table } from '../report.ts'
import { openPage, openWindow } from './site.ts'

const most = 400
/** What may come only where it is used, after the page: the picture library, editors, the reader of spreadsheets. */
const heavy = /chart|editor|xlsx|exceljs/i

/** Opens the first pages with an empty cache and weighs the JavaScript that came, as gzip makes it. */
export async function weighFirstLoads(browser: Browser, address: string, say: (text: string) => void): Promise<void> {
  const routes: readonly (readonly [string, string, Who?])[] = [
    ['/sign-in', 'sign-in'],
    ['/', "administrator's home", 'admin'],
    ['/', "firm's home", 'firm'],
    ['/', "adviser's home", 'adviser0'],
  ]
  const rows: string[][] = []
  for (const [path, title, who] of routes) {
    const context = await openWindow(browser, address, 'desk', who)
    const page = await openPage(context, 'desk')
    const scripts: Promise<{ name: string; bytes: number }>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      const name = new URL(response.url()).pathname
      scripts.push(response.body().then((body) => ({ name, bytes: gzipSync(body, { level: 9 }).length })))
    })
    await page.goto(address + path)
    await page.waitForLoadState('networkidle')
    const loaded = await Promise.all(scripts)
    const weigh = (isHeavy: boolean) =>
      loaded.filter(({ name }) => heavy.test(name) === isHeavy).reduce((sum, { bytes }) => sum + bytes, 0) / 1000
    const verdict = weigh(false) <= most ? '✓' : '✗'
    rows.push([title, String(loaded.length), weigh(false).toFixed(0), weigh(true).toFixed(0), verdict])
    await context.close()
  }
  say(`\n### First route with an empty cache: JavaScript, gzipped (promised: ${most} kB; charts when used)\n`)
  say(table(['route', 'files', 'kB', 'charts kB', ''], rows))
}
