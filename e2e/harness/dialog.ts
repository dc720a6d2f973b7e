import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'

import { axe, settled } from './look.ts'
import { contextOf, type Width } from './open.ts'

const wideAndNarrow: readonly Width[] = [1440, 375]

/**
 * Opens a dialog, drawer or popover by keyboard, on a desk and on a phone, and fails unless: the focus goes into it and
 * Tab keeps it there, axe finds nothing, nothing scrolls sideways, Escape closes it and the focus comes back.
 */
export async function lookOverDialog(page: Page, opener: Locator, widths = wideAndNarrow): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize(contextOf(width).viewport)
    await settled(page)
    const name = await opener.first().evaluate((it) => it.getAttribute('aria-label') ?? it.textContent)
    await opener.first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog').filter({ visible: true })
    await dialog.first().waitFor()
    await settled(page)
    await axe(page, dialog.first())
    expect([name, width, await problems(page, dialog.first())]).toEqual([name, width, []])
    await page.keyboard.press('Escape')
    await dialog.first().waitFor({ state: 'hidden' })
    await settled(page)
    const back = await opener.first().evaluate((it) => it.contains(document.activeElement))
    expect([name, width, back ? 'focus comes back' : await focused(page)]).toEqual([name, width, 'focus comes back'])
  }
}

async function problems(page: Page, dialog: Locator): Promise<string[]> {
  const found: string[] = []
  const isInside = async () => dialog.evaluate((it) => it.contains(document.activeElement))
  if (!(await isInside())) found.push(`the focus stays outside: ${await focused(page)}`)
  const stops = await dialog.evaluate((it) => it.querySelectorAll('a[href], button, input, select, textarea').length)
  for (let press = 0; press < stops + 3; press += 1) {
    await page.keyboard.press('Tab')
    // Past the last stop it is the browser's own turn; the page itself has the focus then.
    if ((await isInside()) || (await page.evaluate(() => document.activeElement === document.body))) continue
    found.push(`Tab leads out: ${await focused(page)}`)
    break
  }
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const body = document.querySelector('.ant-modal-body, .ant-drawer-body')
    return Math.max(scrollWidth - clientWidth, body ? body.scrollWidth - body.clientWidth : 0)
  })
  if (overflow > 0) found.push(`it scrolls sideways by ${overflow}`)
  return found
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const it = document.activeElement
    return it
      ? `${it.tagName.toLowerCase()} "${it.getAttribute('aria-label') ?? it.textContent.slice(0, 40)}"`
      : 'nothing'
  })
}
