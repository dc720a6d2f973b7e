import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './run.ts'

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)

/** Files that differ from where this branch left the other, whether committed or not. */
export function changedSince(ref: string): readonly string[] {
  const [base = ref] = git('merge-base', 'HEAD', ref)
  return [...git('diff', '--name-only', '--no-renames', base), ...git('ls-files', '--others', '--exclude-standard')]
}

/** The areas: words that name a folder both of the API and of the web. */
export function allAreas(): readonly string[] {
  return readdirSync(join(root, 'apps/api/src')).filter(
    (name) => !name.includes('.') && existsSync(join(root, 'apps/web/src', name)),
  )
}
