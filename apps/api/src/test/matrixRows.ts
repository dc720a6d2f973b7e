import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MatrixRow } from './matrix.ts'

const src = fileURLToPath(new URL('..', import.meta.url))

/** The rows of every slice: each root field once, with how it is called. */
export async function matrixRows(): Promise<readonly MatrixRow[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.matrix.ts'))
  const rows: MatrixRow[] = []
  for (const file of files) {
    const module: { matrix: readonly MatrixRow[] } = await import(join(src, file))
    rows.push(...module.matrix)
  }
  return rows
}
