import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import { axe } from './look.ts'
import { contextOf, widths } from './open.ts'
import { tabThrough } from './tabbing.ts'

/**
 * Fails unless the page has a heading and a title, can be used by keyboard alone on a desk and on a phone, and at each
 * width has no axe
 * violation and no sideways scroll. It is loaded once and resized; a wide window comes first and a phone's last.
 */
export async function lookOver(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.title()).toMatch(/^.+ - 四台$/)
  await tabThrough(page)
  for (const width of widths.toReversed()) {
    await page.setViewportSize(contextOf(width).viewport)
    await axe(page)
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect({ width, overflow }).toEqual({ width, overflow: 0 })
  }
  // A phone has other controls than a desk: a menu for the navigation, cards for tables, tabs at the bottom.
  await tabThrough(page)
}
