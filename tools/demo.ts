import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { z } from 'zod'

import { root } from './run.ts'

const seedFile = join(root, 'prisma/seed/seed.ts')

/** What prisma/seed/seed.ts exports. */
const Seed = z.object({
  /** Fills an empty database with the demo bureau. */
  seed: z.custom<(ownerUrl: string, onProgress: (line: string) => void) => Promise<unknown>>(
    (it) => typeof it === 'function',
  ),
  /** Lines to print under the address: who signs in with what. */
  demoSignIns: z.array(z.string()).optional(),
})

/** Loads the demo bureau when the database has no bureau; answers the lines about its sign-ins if it is the demo. */
export async function demo(ownerUrl: string, say: (line: string) => void): Promise<string[]> {
  if (!existsSync(seedFile) || process.env['SITAI_DEMO'] === 'no') return []
  const { seed, demoSignIns = [] } = Seed.parse(await import(pathToFileURL(seedFile).href))
  const bureaus = await bureausIn(ownerUrl)
  if (bureaus.length === 0) {
    say('Loading the demo bureau')
    await seed(ownerUrl, say)
    return demoSignIns
  }
  return bureaus.some((bureau) => bureau.is_demo) ? demoSignIns : []
}

async function bureausIn(url: string): Promise<{ is_demo: boolean }[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<{ is_demo: boolean }>('SELECT is_demo FROM bureau')).rows
  } finally {
    await client.end()
  }
}
