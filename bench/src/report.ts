import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

import type { Turn } from './measure/drive.ts'

const digits = (value: number, places = 0) => (Number.isFinite(value) ? value.toFixed(places) : '–')

/** Rows as a Markdown table whose source is readable too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => (row[at] ?? '').length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(width[at] ?? 0) : cell.padStart(width[at] ?? 0))).join(' | ')} |`
  const rule = `|${width.map((count, at) => (at === 0 ? '-'.repeat(count + 2) : `${'-'.repeat(count + 1)}:`)).join('|')}|`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

export const turnHead = ['req/s', 'p50 ms', 'p99 ms', 'CPU ms', 'of it DB', 'MB']

export function turnCells(turn: Turn): string[] {
  return [
    digits(turn.perSecond) + (turn.failures > 0 ? ` (${turn.failures} failed)` : ''),
    digits(turn.p50, 1),
    digits(turn.p99, 1),
    digits(turn.serverCpu + turn.databaseCpu, 2),
    digits(turn.databaseCpu, 2),
    digits(turn.memory),
  ]
}

/** A ratio and whether it is what was promised. */
export function ratio(value: number, least: number | undefined): string {
  const mark = least === undefined ? '' : value >= least ? ' ✓' : ` ✗ ${least}`
  return `${digits(value, 2)}${mark}`
}

/** What the numbers were measured on. */
export function machine(postgres: string): string {
  const [first] = cpus()
  let commit = ''
  try {
    commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    // Not a clone: there is no commit to name.
  }
  return [
    `${new Date().toISOString().slice(0, 10)}${commit ? `, commit ${commit}` : ''}`,
    `${cpus().length} × ${first?.model.trim() ?? 'CPU'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}`,
    `PostgreSQL ${postgres}`,
  ].join('; ')
}
