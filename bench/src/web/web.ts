import { startBrowser } from '../../../e2e/harness/browser.ts'
import type { Bench } from '../bench.ts'
import { once } from '../dataset/load.ts'
import type { Size } from '../dataset/sizes.ts'
import { startOurs } from '../measure/systems.ts'
import { nodeOf } from '../nodes.ts'
import { openWorld } from '../operations/world.ts'
import { weighFirstLoads } from './firstLoad.ts'
import { timeDuties } from './duties.ts'
import { timePages } from './pages.ts'
import { site } from './site.ts'
import { timeTyping } from './typing.ts'

/** Measures the web in a real browser on our server in production mode; `--only load,typing,pages` a part of it. */
export async function web(bench: Bench, say: (text: string) => void): Promise<void> {
  const { only, sizes } = bench.options
  const wants = (part: string) => only.length === 0 || only.includes(part)
  if (wants('load')) {
    await onSize(bench, 'haishu', site, async (browser, address, ownerUrl) => {
      await weighFirstLoads(browser, address, say)
      await timeDuties(browser, address, await dutyOf(ownerUrl), say)
    })
  }
  if (wants('typing')) {
    await onSize(bench, 'haishu10', site, async (browser, address, ownerUrl) => {
      await timeTyping(browser, address, await count(ownerUrl, 'visit'), say)
    })
  }
  if (!wants('pages')) return
  for (const size of sizes)
    await onSize(bench, size, site, (browser, address) => timePages(browser, address, size, say))
}

type Browser = Awaited<ReturnType<typeof startBrowser>>

async function onSize(
  bench: Bench,
  size: Size,
  env: NodeJS.ProcessEnv,
  act: (browser: Browser, address: string, ownerUrl: string) => Promise<void>,
): Promise<void> {
  const ownerUrl = await bench.load(size)
  const { path: node } = nodeOf(bench.options.nodes[0] ?? 'own')
  const system = await startOurs({ node, ownerUrl, dataDir: bench.dataDir }, 'forgets', env)
  const browser = await startBrowser()
  try {
    // Browsers send cookies marked as secure to localhost, though not to 127.0.0.1.
    await act(browser, system.address.replace('127.0.0.1', 'localhost'), ownerUrl)
  } finally {
    await browser.close()
    await system.stop()
  }
}

/** The name of a community whose duty the firm's page shows: its first. */
async function dutyOf(ownerUrl: string): Promise<string> {
  const { firm } = await openWorld(ownerUrl)
  const names = await once(ownerUrl, (db) =>
    db.query<{ name: string }>(
      `SELECT c.name FROM pairing p JOIN practitioner a ON a.id = p.practitioner_id JOIN community c ON c.code = p.community_code
         JOIN street s ON s.code = c.street_code
        WHERE a.firm_id = $1 AND p.status = 'ACTIVE' ORDER BY s.name, c.code`,
      [firm],
    ),
  )
  return names.rows[0]?.name ?? ''
}

async function count(ownerUrl: string, name: string): Promise<number> {
  const { rows } = await once(ownerUrl, (db) => db.query<{ n: string }>(`SELECT count(*)::text AS n FROM ${name}`))
  return Number(rows[0]?.n)
}
