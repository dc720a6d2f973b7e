/** `pnpm bench`: how fast the system is, beside PostGraphile and hand-written SQL. README.md says what is measured. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './fixed.ts'
import { openBench } from './bench.ts'
import { growth } from './growth.ts'
import { build, installRivals } from './nodes.ts'
import { readOptions } from './options.ts'
import { beside } from './beside.ts'
import { start } from './start.ts'
import { machine } from './report.ts'
import { web } from './web/web.ts'

const said: string[] = []
const say = (text: string) => {
  said.push(text)
  console.log(text)
}

try {
  const options = readOptions(process.argv.slice(2))
  const { command } = options
  installRivals()
  if (command !== 'load') build()
  const bench = await openBench(options)
  try {
    say(`## ${machine(bench.version)}\n`)
    const runs = (name: string) => command === name || command === 'all'
    if (command === 'load') for (const size of options.sizes) await bench.load(size)
    if (runs('start')) await start(bench, say)
    if (runs('reads')) await beside(bench, 'reads', say)
    if (runs('writes')) await beside(bench, 'writes', say)
    if (runs('growth')) await growth(bench, say)
    if (runs('web')) await web(bench, say)
    if (options.keep) appendFileSync(join(root, 'bench/RESULTS.md'), `\n${said.join('\n')}\n`)
  } finally {
    await bench.stop()
  }
  process.exit()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
