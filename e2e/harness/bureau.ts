import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { startBrowser } from './browser.ts'
import { contextOf, listen, type Width } from './open.ts'
import { ADDRESS } from './system.ts'

/** The demo's sign-ins (prisma/seed/accounts.ts). */
export type DemoUser = 'admin' | 'leader' | 'firm' | 'lawyer' | 'sysadmin'
const password = 'Sitai-Demo-2026'
const headers = { 'x-sitai': '1' }

/**
 * For a test file that uses the real system: starts the browser once, gives each test its own windows, and fails a
 * test whose page wrote an error to the console.
 */
export function useBureau() {
  const address = () => process.env[ADDRESS] ?? ''
  const cookies = new Map<DemoUser, Awaited<ReturnType<BrowserContext['cookies']>>>()
  let browser: Browser
  let noise: string[] = []

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((it) => it.close()))
    const heard = noise
    noise = []
    expect(heard).toEqual([])
  })
  afterAll(() => browser.close())

  return {
    address,
    /** A window of that width in which this demo user is signed in, at an address. */
    async openAs(user: DemoUser, path: string, { width = 1440 }: { width?: Width } = {}): Promise<Page> {
      const context = await browser.newContext({ ...contextOf(width), acceptDownloads: true })
      if (!cookies.has(user)) {
        await signInByApi(context, address(), user)
        cookies.set(user, await context.cookies())
      }
      await context.addCookies(cookies.get(user) ?? [])
      const page = await context.newPage()
      listen(page, (sound) => noise.push(sound))
      await page.goto(address() + path)
      return page
    },
    /** Asks the API itself, as this demo user: for the id of something to open. */
    async ask(user: DemoUser, query: string): Promise<unknown> {
      const context = await browser.newContext()
      await signInByApi(context, address(), user)
      const response = await context.request.post(`${address()}/graphql`, { headers, data: { query } })
      const { data, errors }: { data: unknown; errors?: unknown } = await response.json()
      expect(errors).toBeUndefined()
      return data
    },
    /** A window in which nobody is signed in. */
    async open(path: string, { width = 1440 }: { width?: Width } = {}): Promise<Page> {
      const context = await browser.newContext(contextOf(width))
      const page = await context.newPage()
      listen(page, (sound) => noise.push(sound))
      await page.goto(address() + path)
      return page
    },
    /** Takes from what was heard what the test meant to happen. */
    forgive(pattern: RegExp) {
      noise = noise.filter((it) => !pattern.test(it))
    },
  }
}

async function signInByApi(context: BrowserContext, address: string, userName: DemoUser): Promise<void> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { message } } }'
  const response = await context.request.post(`${address}/graphql`, {
    headers,
    data: { query, variables: { input: { userName, password } } },
  })
  expect(await response.json()).toEqual({ data: { signIn: { __typename: 'Viewer' } } })
}
