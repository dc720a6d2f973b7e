import { parseArgs } from 'node:util'
import { join } from 'node:path'

import { isSize, type Size, sizes } from './dataset/sizes.ts'
import { root } from './fixed.ts'

export const commands = ['all', 'load', 'reads', 'writes', 'growth', 'start', 'web'] as const
export type Command = (typeof commands)[number]

export interface Options {
  readonly command: Command
  readonly seconds: number
  readonly rounds: number
  readonly connections: number
  readonly only: readonly string[]
  readonly sizes: readonly Size[]
  /** `own`: the Node this runs on; `new`: the one the rivals bring; else a path. */
  readonly nodes: readonly string[]
  readonly dataDir: string
  readonly keep: boolean
}

export const usage = `pnpm bench [${commands.join('|')}]
  --seconds 5        how long each turn lasts
  --rounds 3         turns of each system at each operation; the one in the middle counts
  --connections 32   requests under way at once
  --only a,b         these operations
  --sizes a,b        of ${sizes.join(', ')}
  --node own,new     the Node that runs \`pnpm\`, the one that comes from npm; or a path
  --data <folder>    where the databases are kept (.data/bench)
  --keep             write the results into bench/RESULTS.md`

/** Reads the command line; throws what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '32' },
      only: { type: 'string', default: '' },
      sizes: { type: 'string', default: sizes.join(',') },
      node: { type: 'string', default: 'own,new' },
      data: { type: 'string', default: join(root, '.data/bench') },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const command = commands.find((name) => name === (positionals[0] ?? 'all'))
  if (!command || values.help) throw new Error(usage)
  const wanted = listOf(values.sizes)
  const known = wanted.filter(isSize)
  if (known.length < wanted.length) throw new Error(usage)
  return {
    command,
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    connections: Number(values.connections),
    only: listOf(values.only),
    sizes: known,
    nodes: listOf(values.node),
    dataDir: values.data,
    keep: values.keep,
  }
}

function listOf(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}
