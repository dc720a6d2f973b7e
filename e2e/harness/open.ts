import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'

import { type Answers, answer } from './answers.ts'
import { startBrowser } from './browser.ts'
import { serveWeb, type Site } from './site.ts'

/** The widths every page is looked at in: a phone, a tablet, a desk. */
export const widths = [375, 768, 1440] as const
export type Width = (typeof widths)[number]

interface Opening {
  width?: Width
  answers: Answers
}

/**
 * For a test file that answers /graphql itself: starts the browser and the built SPA once, gives each test its own
 * pages, and fails a test whose page wrote an error to the console or broke the content security policy.
 */
export function useWeb() {
  let browser: Browser
  let site: Site
  let noise: string[] = []

  beforeAll(async () => {
    ;[browser, site] = await Promise.all([startBrowser(), serveWeb()])
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((it) => it.close()))
    const heard = noise
    noise = []
    expect(heard).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })

  return {
    url: () => site.url,
    /** Opens an address in a window of that width. */
    async open(path: string, { width = 1440, answers }: Opening): Promise<Page> {
      const context = await browser.newContext(contextOf(width))
      const page = await context.newPage()
      listen(page, (sound) => noise.push(sound))
      await answer(page, answers)
      await page.goto(path.startsWith('/') ? site.url + path : path)
      return page
    },
    /** Takes from what was heard what the test meant to happen, such as a request that failed. */
    forgive(pattern: RegExp) {
      noise = noise.filter((it) => !pattern.test(it))
    },
  }
}

/** The window of a device that is this wide. */
export function contextOf(width: Width) {
  const phone = width === 375
  return {
    viewport: { width, height: phone ? 812 : width === 768 ? 1024 : 900 },
    hasTouch: phone,
    isMobile: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  } as const
}

/** Hears what a page complains of: errors on its console, exceptions, breaches of its content security policy. */
export function listen(page: Page, hear: (sound: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text())
  })
  page.on('pageerror', (error) => hear(String(error)))
}
