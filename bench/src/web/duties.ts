import type { Browser, Page } from 'playwright-core'

import { middle } from '../measure/middle.ts'
import { table } from '../report.ts'
import { type Device, openPage, openWindow } from './site.ts'

const promised: Readonly<Record<Device, number>> = { phone: 2500, desk: 1000 }
const rounds = 5

/**
 * From the click on the address until the firm's duties stand on the page, with an empty cache and with the files of
 * the last visit. `community` is the name of one whose duty is shown.
 */
export async function timeDuties(
  browser: Browser,
  address: string,
  community: string,
  say: (text: string) => void,
): Promise<void> {
  const rows: string[][] = []
  for (const device of ['phone', 'desk'] as const) {
    const first: number[] = []
    const again: number[] = []
    for (let round = 0; round < rounds; round++) {
      const context = await openWindow(browser, address, device, 'firm')
      await context.addInitScript({ content: watchFor(community) })
      for (const times of [first, again]) {
        const page = await openPage(context, device)
        await page.goto(`${address}/duties`, { waitUntil: 'commit' })
        times.push(await seenAt(page))
        await page.close()
      }
      await context.close()
    }
    for (const [name, times] of [
      ['empty cache', first],
      ['second visit', again],
    ] as const) {
      const usual = middle(times)
      const verdict = usual < promised[device] ? '✓' : `✗ ${promised[device]}`
      rows.push([`${device}, ${name}`, usual.toFixed(0), Math.max(...times).toFixed(0), verdict])
    }
  }
  say("\n### The firm's page until it shows its duties, in milliseconds\n")
  say(table(['device', 'middle', 'worst', ''], rows))
}

/** A script for the page that notes when the text is first drawn. As text, for tsx writes helpers into functions. */
const watchFor = (text: string) => `{
  const look = () => {
    if (document.body?.textContent?.includes(${JSON.stringify(text)})) {
      requestAnimationFrame(() => { window.seenAt = performance.now() })
    } else requestAnimationFrame(look)
  }
  look()
}`

async function seenAt(page: Page): Promise<number> {
  for (let wait = 0; wait < 600; wait++) {
    // Asked seldom and from outside: the policy of the page allows no evaluated text, and polling inside costs time.
    const seen: unknown = await page.evaluate(() => Reflect.get(window, 'seenAt'))
    if (typeof seen === 'number') return seen
    await page.waitForTimeout(100)
  }
  throw new Error(`The duties did not come within a minute; the page says: ${await page.innerText('body')}`)
}
