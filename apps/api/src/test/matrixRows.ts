import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MatrixRow } from './matrix.ts'

const src = fileURLToPath(new URL('..', import.meta.url))

/** The rows of every slice: each root field once, with how it is called. */
export async function matrixRows(): Promise<readonly MatrixRow[]> {
  return rowsOf(() => true)
}

/** The rows that this run asks for: those of the slices that SITAI_TEST_AREAS names (`pnpm test firms`), else all. */
export async function rowsOfThisRun(): Promise<readonly MatrixRow[]> {
  const areas = process.env['SITAI_TEST_AREAS']?.split(' ')
  const rows = areas ? await rowsOf((folder) => areas.includes(folder)) : []
  return rows.length > 0 ? rows : matrixRows()
}

async function rowsOf(isAsked: (folder: string) => boolean): Promise<readonly MatrixRow[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.matrix.ts') && isAsked(basename(dirname(file))),
  )
  const rows: MatrixRow[] = []
  for (const file of files) {
    const module: { matrix: readonly MatrixRow[] } = await import(join(src, file))
    rows.push(...module.matrix)
  }
  return rows
}
