import type { Bench } from './bench.ts'
import { startOurs } from './measure/systems.ts'
import { nodeOf } from './nodes.ts'
import { table } from './report.ts'

/** How long our server takes from its start to its first answer, the database being up. */
export async function start(bench: Bench, say: (text: string) => void): Promise<void> {
  const ownerUrl = await bench.load('haishu')
  const rows: string[][] = []
  for (const name of bench.options.nodes) {
    const node = nodeOf(name)
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      const ours = await startOurs({ node: node.path, ownerUrl, dataDir: bench.dataDir })
      times.push(ours.firstAnswer)
      await ours.stop()
    }
    times.sort((a, b) => a - b)
    rows.push([node.version, ...times.map((time) => (time / 1000).toFixed(2))])
  }
  say('\n### First answer after the start of the server, in seconds (promised: 0.6)\n')
  say(table(['Node', 'best', '', 'middle', '', 'worst'], rows))
}
