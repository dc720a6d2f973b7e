import type { Browser, Request } from 'playwright-core'

import { officials, type Who } from '../fixed.ts'
import { middle } from '../measure/middle.ts'
import { table } from '../report.ts'
import { openPage, openWindow } from './site.ts'

const most = 200
/** How many times a page's questions are asked; one time would tell of the machine's other work. */
const rounds = 3
/** How long a page may go on asking, and an answer take, in milliseconds. */
const patience = 15_000

interface Opened {
  readonly who: Who
  readonly path: string
  readonly milliseconds: number
  readonly operation: string
}

/** Pages that every role may have in its navigation, and how a page of one thing is reached from its list. */
const starts = `
  / /today /overview /overview?period=2026 /overview?period=2025
  /overview?period=2026&figure=RED_COMMUNITIES /overview?period=2026&figure=MONTHS_DUE /overview?period=2026&figure=COVERED
  /overview?period=2025&figure=UNCOVERED
  /duties /visits /service-logs /pairings /pairing-desk /communities /streets /firms /practitioners /imports
  /accounts /accounts/sessions /dictionaries /settings /audit /logins /me /me/sessions /me/calendar
  /practitioners/new /firms/new /communities/new`
  .trim()
  .split(/\s+/)
const details =
  /^\/(?:firms|practitioners|communities|pairings|visits|service-logs|accounts)\/(?!new|batch|sessions)[^/?]+$/

/**
 * Opens every page as each role, and from each list the first thing it links to; says which answers of the API took
 * longest. What a page has asked is asked again, all at once, and this counts, the middle of a few times: the first may
 * be the first that ever asked, and a browser that draws takes the processors from the server, which no user's browser does.
 */
export async function timePages(
  browser: Browser,
  address: string,
  size: string,
  say: (text: string) => void,
): Promise<void> {
  const opened: Opened[] = []
  for (const who of [...officials, 'firm', 'adviser0'] as const) {
    const context = await openWindow(browser, address, 'desk', who)
    const page = await openPage(context, 'desk')
    const asked: Request[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request)
    })
    // The very first answer of a server is another question: see start.ts.
    await page.goto(address)
    const todo = [...starts]
    const kinds = new Set<string>()
    for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
      asked.length = 0
      await page.goto(address + path)
      // What has not answered by now is asked again all the same.
      await page.waitForLoadState('networkidle', { timeout: patience }).catch(() => {})
      for (const [operation, milliseconds] of await timesOf(asked)) opened.push({ who, path, operation, milliseconds })
      for (const link of await page
        .locator('main a[href]')
        .evaluateAll((all) => all.map((it) => it.getAttribute('href')))) {
        const kind = link?.split('/')[1] ?? ''
        if (!link || !details.test(link) || kinds.has(kind)) continue
        kinds.add(kind)
        todo.push(link)
      }
    }
    await context.close()
  }
  const ranked = opened.toSorted((a, b) => b.milliseconds - a.milliseconds)
  const worst = ranked.filter(({ operation }, at) => ranked.findIndex((it) => it.operation === operation) === at)
  const slow = ranked.filter(({ milliseconds }) => milliseconds > most).length
  say(
    `\n### Answers of the API to ${opened.length} pages at size ${size}: ${slow} over ${most} ms ${slow === 0 ? '✓' : '✗'}\n`,
  )
  say(
    table(
      ['page', 'worst for', 'operation', 'ms'],
      worst
        .slice(0, 30)
        .map(({ who, path, operation, milliseconds }) => [
          path.replace(/[\w=-]{30,}/, ':id'),
          who,
          operation,
          milliseconds.toFixed(0),
        ]),
    ),
  )
}

/** How long each operation of a page takes where all are asked at once; of several of one kind the slowest. */
async function timesOf(asked: readonly Request[]): Promise<[operation: string, milliseconds: number][]> {
  const times = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    const slowest = new Map<string, number>()
    for (const { operation, milliseconds } of await Promise.all(asked.map(askAgain)))
      slowest.set(operation, Math.max(slowest.get(operation) ?? 0, milliseconds))
    for (const [operation, milliseconds] of slowest)
      times.set(operation, [...(times.get(operation) ?? []), milliseconds])
  }
  return [...times].map(([operation, all]) => [operation, middle(all)])
}

/** Asks as the page did; answers the operation and how long its answer took, at most as long as the patience lasts. */
async function askAgain(request: Request): Promise<Pick<Opened, 'operation' | 'milliseconds'>> {
  const body = request.postData()
  const operation = operationOf(body)
  const headers = await request.allHeaders()
  delete headers['content-length']
  const begin = performance.now()
  try {
    const answer = await fetch(request.url(), { method: 'POST', headers, body, signal: AbortSignal.timeout(patience) })
    await answer.arrayBuffer()
    if (answer.ok) return { operation, milliseconds: performance.now() - begin }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error
    return { operation, milliseconds: patience }
  }
  throw new Error(`${operation} was refused.`)
}

function operationOf(body: string | null): string {
  return /"operationName":"(\w+)"/.exec(body ?? '')?.[1] ?? 'unnamed'
}
