import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.ts'

const folder = join(root, 'node_modules/.cache/sitai')
const made = new Set(['node_modules', 'generated', 'dist'])

/** Something made from files of the repository. Paths are written from its root. */
export interface Step {
  name: string
  /** Files and folders it is made from. Generated folders do not count. */
  from: string[]
  /** Files that are there when it has been made. */
  to: string[]
  make: () => Promise<void>
}

/** Makes it unless it was made from the same inputs before; answers whether it had to. */
export async function make(step: Step, force = false): Promise<boolean> {
  const stamp = join(folder, step.name)
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  const here = step.to.every((path) => existsSync(join(root, path)))
  if (!force && here && before === hashOf(step.from)) return false
  await step.make()
  mkdirSync(folder, { recursive: true })
  writeFileSync(stamp, hashOf(step.from)) // Hashed anew: a step may correct one of its own inputs.
  return true
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesAt))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function filesAt(path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readdirSyncOrNull(full)
  if (!entries) return [path]
  return entries.filter((name) => !made.has(name)).flatMap((name) => filesAt(`${path}/${name}`))
}

function readdirSyncOrNull(path: string): string[] | null {
  try {
    return readdirSync(path).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null
    throw error
  }
}
