import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { rivals, root } from './fixed.ts'

/** A Node to measure on. */
export interface Node {
  readonly path: string
  readonly version: string
}

/** Installs what only the bench needs, exactly as locked; nothing when it is there. */
export function installRivals(): void {
  if (existsSync(join(rivals, 'node_modules/.modules.yaml'))) return
  console.log('Installing PostGraphile, a newer Node and the places of the country into bench/rivals')
  execFileSync('pnpm', ['install', '--frozen-lockfile', '--silent'], {
    cwd: rivals,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

/** Builds what is measured, the API and the SPA, where their sources have changed. */
export function build(): void {
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tools/build.ts')], { cwd: root, stdio: 'inherit' })
}

/** The Node of that name: `own` is the one this runs on, `new` the one from npm; anything else is a path. */
export function nodeOf(name: string): Node {
  const fromNpm = join(rivals, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  const path = { own: process.execPath, new: fromNpm }[name] ?? name
  if (!existsSync(path)) throw new Error(`There is no Node at ${path}: use --node own.`)
  return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() }
}
