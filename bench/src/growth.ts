import { once } from './dataset/load.ts'
import type { Size } from './dataset/sizes.ts'
import { tidy, type Bench } from './bench.ts'
import { assertEqual, contest, type Contest } from './compare.ts'
import type { Turn } from './measure/drive.ts'
import { operationsOf, startByHand, startOurs } from './measure/systems.ts'
import { nodeOf } from './nodes.ts'
import { openWorld } from './operations/world.ts'
import { table } from './report.ts'

/** How much throughput a list and a dashboard must keep with ten times the data. */
const kept: Readonly<Record<string, number>> = { overview: 1 }
const keptByLists = 0.85
/** How many times the p95 of Haishu a read may take with the country loaded. */
const mostP95 = 3

/** The systems, in this order; the last is what ours are seen beside. */
const names = ['ours', 'ours, each answer new', 'SQL']

interface Measured {
  readonly size: Size
  readonly megabytes: number
  /** Of `names`, by operation: throughput at full load, p95 with eight at once. */
  readonly full: ReadonlyMap<string, Turn[]>
  readonly eight: ReadonlyMap<string, Turn[]>
}

/** Measures the reads on one size after the other and says how each grows. The same people ask, of the same district. */
export async function growth(bench: Bench, say: (text: string) => void): Promise<void> {
  const node = nodeOf(bench.options.nodes.at(-1) ?? 'own')
  const results: Measured[] = []
  for (const size of bench.options.sizes) results.push(await measure(bench, size, node.path))
  const heads = results.map(({ size, megabytes }) => `${size}, ${(megabytes / 1000).toFixed(1)} GB`)
  const operations = operationsOf('reads', bench.options.only)
  const at = (size: Size) => results.findIndex((result) => result.size === size)
  const rows = (kind: 'full' | 'eight', cell: (turn: Turn) => string, verdict: Verdict) =>
    operations.flatMap(({ name, title }) =>
      names.map((system, no) => {
        const turns = results.map((result) => result[kind].get(name)?.[no])
        const judged = system === 'SQL' ? '' : verdict(name, (size) => turns[at(size)])
        return [no === 0 ? title : '', system, ...turns.map((turn) => (turn ? cell(turn) : '–')), judged]
      }),
    )
  say(`\n### Growth: requests a second, Node ${node.version}, ${bench.options.connections} connections\n`)
  const throughput = rows(
    'full',
    ({ perSecond }) => perSecond.toFixed(0),
    (name, of) =>
      compared(of('haishu10')?.perSecond, of('haishu')?.perSecond, (it) => it >= (kept[name] ?? keptByLists)),
  )
  say(table(['operation', 'system', ...heads, '×10 ÷ ×1'], throughput))
  say('\n### Growth: p95 in milliseconds with 8 connections\n')
  const waiting = rows(
    'eight',
    ({ p95 }) => p95.toFixed(1),
    (_name, of) => compared(of('country')?.p95, of('haishu')?.p95, (it) => it <= mostP95),
  )
  say(table(['operation', 'system', ...heads, 'country ÷ ×1'], waiting))
}

type Verdict = (operation: string, of: (size: Size) => Turn | undefined) => string

function compared(large: number | undefined, small: number | undefined, holds: (ratio: number) => boolean): string {
  if (large === undefined || small === undefined) return ''
  return `${(large / small).toFixed(2)} ${holds(large / small) ? '✓' : '✗'}`
}

async function measure(bench: Bench, size: Size, node: string): Promise<Measured> {
  const ownerUrl = await bench.load(size)
  const world = await openWorld(ownerUrl)
  const megabytes = await once(ownerUrl, async (db) => {
    const { rows } = await db.query<{ size: string }>('SELECT pg_database_size(current_database())::text AS size')
    return Number(rows[0]?.size) / 1e6
  })
  const where = { node, ownerUrl, dataDir: bench.dataDir }
  const systems = [await startOurs(where), await startOurs(where, 'forgets'), await startByHand(where)]
  const given: Contest = { ...bench.options, systems, world, postmaster: bench.postmaster, tidy: () => tidy(ownerUrl) }
  const full = new Map<string, Turn[]>()
  const eight = new Map<string, Turn[]>()
  try {
    for (const operation of operationsOf('reads', bench.options.only)) {
      await assertEqual(given, operation)
      full.set(operation.name, await contest(given, operation))
      eight.set(operation.name, await contest({ ...given, connections: 8 }, operation))
      console.log(
        `${size} ${operation.name}: ${full
          .get(operation.name)
          ?.map((turn) => turn.perSecond.toFixed(0))
          .join(', ')}/s`,
      )
    }
  } finally {
    for (const system of systems) await system.stop()
  }
  return { size, megabytes, full, eight }
}
