import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.ts'

const folder = join(root, 'node_modules/.cache/sitai')

/** The files below a folder of the repository with one of these endings, as paths from its root, in a fixed order. */
export function filesBelow(start: string, endings: string[]): string[] {
  if (!existsSync(join(root, start))) return []
  return readdirSync(join(root, start), { withFileTypes: true })
    .filter((entry) => !['node_modules', 'generated', 'dist'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${start}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(path, endings)
      return endings.length === 0 || endings.some((ending) => entry.name.endsWith(ending)) ? [path] : []
    })
}

/** A hash of the names and contents of these files. */
export function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    const file = join(root, path)
    hash.update(`${path}\0`)
    if (existsSync(file)) hash.update(readFileSync(file))
    hash.update('\0')
  }
  return hash.digest('hex')
}

/** The hash of a step's inputs when it last succeeded. */
export function remembered(name: string): string | undefined {
  const file = join(folder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Notes that a step succeeded on inputs of this hash. */
export function remember(name: string, hash: string) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), hash)
}
