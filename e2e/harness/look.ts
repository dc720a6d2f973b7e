import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'

import { contextOf, type Width } from './open.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const pictures = fileURLToPath(new URL('../.data/pictures', import.meta.url))

/** Puts a picture of the whole page (of the window, where a dialog is open), at that width, into e2e/.data/pictures. */
export async function screenshot(page: Page, name: string, width: Width): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.setViewportSize(contextOf(width).viewport)
  await settled(page)
  await page.screenshot({
    path: join(pictures, `${name}-${width}.png`),
    fullPage: (await page.getByRole('dialog').count()) === 0,
  })
}

/**
 * Fails on any violation of WCAG 2.2 AA (or of axe's best practices on landmarks and headings) on the page; within a
 * dialog, where one is given: what lies behind it is out of reach.
 */
export async function axe(page: Page, within?: Locator): Promise<void> {
  await settled(page)
  // The page's policy refuses scripts of others; the test's own is brought in past it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource())
  const violations = within ? await within.evaluate(runAxe) : await page.evaluate(runAxe, null)
  expect(violations).toEqual([])
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(axePath, 'utf8')
}

declare global {
  /** Present once axe-core has been brought into the page. */
  var axe: { run: (root: Element | Document, options: object) => Promise<AxeResult> } | undefined
}

interface AxeResult {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
}

async function runAxe(root: Element | null): Promise<string[]> {
  if (!globalThis.axe) throw new Error('axe is not in the page')
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
  const { violations } = await globalThis.axe.run(root ?? document, {
    runOnly: { type: 'tag', values: tags },
    // Of what passes, axe then does not describe every element.
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** Waits until nothing loads: no request under way, no skeleton, every font there, every motion over, the last frame drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [data-progress]'))
  await page.evaluate(async () => {
    await document.fonts.ready
    const frame = async () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const ending = () =>
      document.getAnimations().filter((it) => Number.isFinite(it.effect?.getComputedTiming().endTime))
    await frame()
    // What ends is brought to its end: the ring around a pressed button alone would be waited for two seconds.
    for (let moving = ending(); moving.length > 0; moving = ending()) {
      for (const it of moving) it.finish()
      await Promise.allSettled(moving.map((it) => it.finished))
      await frame()
    }
  })
}
