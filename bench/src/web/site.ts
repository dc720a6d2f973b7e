import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import { root, tokenOf, type Who } from '../fixed.ts'

/** What a visitor sits at: a phone of the middle range on slow 4G, or the computer of an office. */
export const devices = {
  phone: { width: 375, slowdown: 4, latency: 150, down: 1_600_000, up: 750_000 },
  desk: { width: 1440, slowdown: 1, latency: 0, down: -1, up: -1 },
} as const
export type Device = keyof typeof devices

/** What the server is told to serve the SPA. */
export const site: NodeJS.ProcessEnv = {
  SITAI_WEB_DIR: join(root, 'apps/web/dist'),
  SITAI_DOCUMENTS: join(root, 'apps/web/generated/gql/persisted-documents.json'),
}

/** A window in which this person is signed in (or nobody), with an empty cache. */
export async function openWindow(
  browser: Browser,
  address: string,
  device: Device,
  who?: Who,
): Promise<BrowserContext> {
  const phone = device === 'phone'
  const context = await browser.newContext({
    viewport: { width: devices[device].width, height: phone ? 812 : 900 },
    hasTouch: phone,
    isMobile: phone,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  if (who) {
    const cookie = { name: '__Host-sitai', value: tokenOf(who), path: '/', httpOnly: true, secure: true }
    await context.addCookies([{ ...cookie, domain: new URL(address).hostname, sameSite: 'Lax' }])
  }
  return context
}

/** A page of the window as slow as its device is. */
export async function openPage(context: BrowserContext, device: Device): Promise<Page> {
  const { slowdown, latency, down, up } = devices[device]
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: down < 0 ? -1 : down / 8,
    uploadThroughput: up < 0 ? -1 : up / 8,
  })
  return page
}
