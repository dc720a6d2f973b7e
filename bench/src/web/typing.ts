import type { Browser } from 'playwright-core'

import { table } from '../report.ts'
import { type Device, openPage, openWindow } from './site.ts'

const most = 100
/** The beginning of a community's pinyin: while it is typed the list shrinks, letter by letter. */
const text = 'chenglang'

/** Types into the search of a long list and measures how long the page ever kept the keyboard waiting. */
export async function timeTyping(
  browser: Browser,
  address: string,
  rowsOfList: number,
  say: (text: string) => void,
): Promise<void> {
  const rows: string[][] = []
  for (const device of ['desk', 'phone'] as const) rows.push(await typed(browser, address, device))
  say(
    `\n### Typing in the filter of ${rowsOfList} visits, in milliseconds (promised on the desk: no stall over ${most})\n`,
  )
  say(table(['device', 'longest task', 'slowest key', ''], rows))
}

async function typed(browser: Browser, address: string, device: Device): Promise<string[]> {
  const context = await openWindow(browser, address, device, 'admin')
  await context.addInitScript({ content: watchStalls })
  const page = await openPage(context, device)
  await page.goto(`${address}/visits`)
  const box = page.getByLabel('搜索').first()
  await box.waitFor()
  await page.waitForLoadState('networkidle')
  await box.click()
  await page.evaluate(() => Reflect.set(window, 'stalls', { task: 0, key: 0 }))
  // First slowly, so that the list is asked for and drawn after each letter, then as one types.
  await page.keyboard.type(text, { delay: 700 })
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text, { delay: 90 })
  await page.waitForTimeout(1500)
  if (!page.url().includes(text)) throw new Error('What was typed has not been searched for.')
  const stalls: unknown = await page.evaluate(() => Reflect.get(window, 'stalls'))
  await context.close()
  const number = (name: string) =>
    typeof stalls === 'object' && stalls !== null ? Number(Reflect.get(stalls, name)) : NaN
  const worst = Math.max(number('task'), number('key'))
  const verdict = device === 'phone' ? '' : worst <= most ? '✓' : '✗'
  return [device, number('task').toFixed(0), number('key').toFixed(0), verdict]
}

/** A script for the page that keeps the longest task and the slowest answer to a key. */
const watchStalls = `{
  const watch = (type, name, more) =>
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        if (window.stalls) window.stalls[name] = Math.max(window.stalls[name], duration)
    }).observe({ type, ...more })
  watch('longtask', 'task', {})
  watch('event', 'key', { durationThreshold: 16 })
}`
