import { tidy, type Bench } from './bench.ts'
import { assertEqual, contest, type Contest } from './compare.ts'
import type { Turn } from './measure/drive.ts'
import { operationsOf, startByHand, startOurs, startPostgraphile } from './measure/systems.ts'
import { nodeOf } from './nodes.ts'
import { openWorld } from './operations/world.ts'
import { ratio, table, turnCells, turnHead } from './report.ts'

/** What was promised: at least so many times PostGraphile, at least so much of the hand-written SQL. */
const promised: Readonly<Record<string, { readonly postgraphile?: number; readonly sql: number }>> = {
  lawyersPage: { postgraphile: 3, sql: 0.65 },
  lawyerById: { postgraphile: 4, sql: 0.65 },
  firmDuties: { postgraphile: 3, sql: 0.65 },
  adviserDuties: { postgraphile: 3, sql: 0.65 },
  overview: { postgraphile: 3, sql: 0.65 },
  search: { postgraphile: 3, sql: 0.65 },
  logVisit: { sql: 0.6 },
  createPairing: { sql: 0.6 },
}

/** Measures ours beside the others on each Node, in turns, and says it as tables. */
export async function beside(bench: Bench, kind: 'reads' | 'writes', say: (text: string) => void): Promise<void> {
  const { options, postmaster } = bench
  const ownerUrl = await bench.load('haishu')
  const world = await openWorld(ownerUrl)
  for (const name of options.nodes) {
    const node = nodeOf(name)
    const where = { node: node.path, ownerUrl, dataDir: bench.dataDir }
    const systems = [await startOurs(where), await startByHand(where), await startOurs(where, 'forgets')]
    // PostGraphile 5 asks for Node 22; on an older one it is not measured.
    if (Number(node.version.slice(1).split('.')[0]) >= 22)
      systems.push(await startPostgraphile(where, 'rls'), await startPostgraphile(where, 'open'))
    const given: Contest = { ...options, systems, world, postmaster, tidy: () => tidy(ownerUrl) }
    const rows: string[][] = []
    try {
      for (const operation of operationsOf(kind, options.only)) {
        await assertEqual(given, operation)
        const turns = await contest(given, operation)
        for (const [at, turn] of turns.entries()) {
          const title = at === 0 ? operation.title : ''
          rows.push([title, systems[at]?.name ?? '', ...turnCells(turn), ...ratios(operation.name, turns, at)])
        }
        console.log(
          `${operation.name}: ${turns.map((turn, at) => `${systems[at]?.name} ${turn.perSecond.toFixed(0)}/s`).join(', ')}`,
        )
      }
    } finally {
      for (const system of systems) await system.stop()
    }
    say(
      `\n### ${kind === 'reads' ? 'Reads' : 'Writes'}, Haishu, Node ${node.version}, ${options.connections} connections\n`,
    )
    say(table(['operation', 'system', ...turnHead, '× PostGraphile', '× SQL'], rows))
  }
}

/** Ours stand first and third; hand-written SQL second, PostGraphile fourth. */
function ratios(operation: string, turns: readonly Turn[], at: number): string[] {
  const [, sql, , postgraphile] = turns
  const ours = at === 0 || at === 2 ? turns[at] : undefined
  if (!ours || !sql) return ['', '']
  const least = promised[operation]
  return [
    postgraphile ? ratio(ours.perSecond / postgraphile.perSecond, least?.postgraphile) : '',
    ratio(ours.perSecond / sql.perSecond, least?.sql),
  ]
}
