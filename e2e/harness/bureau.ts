import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { startBrowser } from './browser.ts'
import { contextOf, listen, type Width } from './open.ts'
import { systemAddress } from './system.ts'

/** The demo's sign-ins (prisma/seed/accounts.ts). */
export type DemoUser = 'admin' | 'leader' | 'firm' | 'lawyer' | 'sysadmin'
const password = 'Sitai-Demo-2026'
const headers = { 'x-sitai': '1' }

export type Bureau = ReturnType<typeof useBureau>

/**
 * For a test file that uses the real system: starts the browser once, signs each user in once, gives each test its own
 * windows, and fails a test whose page wrote an error to the console.
 */
export function useBureau() {
  const address = systemAddress
  const cookies = new Map<DemoUser, Promise<Awaited<ReturnType<BrowserContext['cookies']>>>>()
  /** Windows that later tests of the file may look at too. */
  const kept = new Map<string, Page>()
  let browser: Browser
  let noise: string[] = []

  /** A context with the session of this user, the same for the whole file. */
  async function contextAs(user: DemoUser, width: Width): Promise<BrowserContext> {
    const context = await browser.newContext({ ...contextOf(width), acceptDownloads: true })
    if (!cookies.has(user)) cookies.set(user, signInByApi(context, address(), user))
    await context.addCookies((await cookies.get(user)) ?? [])
    return context
  }

  async function openIn(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage()
    listen(page, (sound) => noise.push(sound))
    await page.goto(address() + path)
    return page
  }

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterEach(async () => {
    const staying = new Set([...kept.values()].map((it) => it.context()))
    await Promise.all(
      browser
        .contexts()
        .filter((it) => !staying.has(it))
        .map((it) => it.close()),
    )
    const heard = noise
    noise = []
    expect(heard).toEqual([])
  })
  afterAll(() => browser.close())

  return {
    address,
    /** A window of that width in which this demo user is signed in, at an address. */
    async openAs(user: DemoUser, path: string, { width = 1440 }: { width?: Width } = {}): Promise<Page> {
      return openIn(await contextAs(user, width), path)
    },
    /**
     * The window of an earlier test of the file in which this user (null: nobody) has that address open; else a new one.
     * It stays open for later tests, unless this look at it fails.
     */
    async lookAt(user: DemoUser | null, path: string, look: (page: Page) => Promise<void>): Promise<void> {
      const name = `${user ?? ''} ${path}`
      const open = async () =>
        openIn(user ? await contextAs(user, 1440) : await browser.newContext(contextOf(1440)), path)
      const page = kept.get(name) ?? (await open())
      kept.delete(name)
      await look(page)
      kept.set(name, page)
    },
    /** Signs a demo user in on one more device. */
    async signInElsewhere(user: DemoUser): Promise<void> {
      await signInByApi(await browser.newContext(), address(), user)
    },
    /** Asks the API itself, as this demo user: for the id of something to open. */
    async ask(user: DemoUser, query: string): Promise<unknown> {
      const context = await contextAs(user, 1440)
      const response = await context.request.post(`${address()}/graphql`, { headers, data: { query } })
      const { data, errors }: { data: unknown; errors?: unknown } = await response.json()
      expect(errors).toBeUndefined()
      return data
    },
    /** A window in which nobody is signed in. */
    async open(path: string, { width = 1440 }: { width?: Width } = {}): Promise<Page> {
      return openIn(await browser.newContext(contextOf(width)), path)
    },
    /** Takes from what was heard what the test meant to happen. */
    forgive(pattern: RegExp) {
      noise = noise.filter((it) => !pattern.test(it))
    },
  }
}

/** Signs in and answers the cookies of the session. */
async function signInByApi(context: BrowserContext, address: string, userName: DemoUser) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { message } } }'
  const response = await context.request.post(`${address}/graphql`, {
    headers,
    data: { query, variables: { input: { userName, password } } },
  })
  expect(await response.json()).toEqual({ data: { signIn: { __typename: 'Viewer' } } })
  return context.cookies()
}
