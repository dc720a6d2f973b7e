import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { canReach, copyBinaries, findAccount, findBinaries, type Account, type Binaries } from './binaries.ts'

/** Where files go that PostgreSQL could not reach as its own user in the places they were meant for. */
const SHELTER = '/var/lib/sitai'

/** Where PostgreSQL's programs and data are, and as whom it runs. */
export interface Place {
  home: string
  account: Account
  binaries: Binaries
}

/** The place for lasting data: the given folder, or where that folder says its data went. */
export function findPlace(dataDir: string, onProgress: (line: string) => void): Place {
  mkdirSync(dataDir, { recursive: true })
  const folder = realpathSync(dataDir)
  const account = findAccount()
  letIn(account, dirname(folder))
  letIn(account, folder)
  const home = sheltered(folder) ?? (canReach(account, folder) ? folder : shelter(folder, onProgress))
  return { home, account, binaries: reachableBinaries(account) }
}

/** A fresh place in the folder for temporary files. */
export function throwawayPlace(): Place {
  const account = findAccount()
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'sitai-test-'))
  own(account, home)
  return { home, account, binaries: reachableBinaries(account) }
}

/** Gives a file or folder to the account PostgreSQL runs as. */
export function own(account: Account, path: string) {
  if ('uid' in account) chownSync(path, account.uid, account.gid)
}

/** Opens a folder's door, not its contents, where it alone keeps the account out: a data folder made for root only. */
function letIn(account: Account, folder: string) {
  if (canReach(account, folder) || !canReach(account, dirname(folder))) return
  chmodSync(folder, statSync(folder).mode | 0o011)
}

function reachableBinaries(account: Account): Binaries {
  const binaries = findBinaries()
  return canReach(account, binaries.native) ? binaries : copyBinaries(binaries, SHELTER)
}

function sheltered(dataDir: string): string | undefined {
  const link = join(dataDir, 'moved')
  return lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(link) : undefined
}

function shelter(dataDir: string, onProgress: (line: string) => void): string {
  mkdirSync(SHELTER, { recursive: true, mode: 0o755 })
  const home = mkdtempSync(join(SHELTER, 'data-'))
  chmodSync(home, 0o755)
  symlinkSync(home, join(dataDir, 'moved'))
  onProgress(`PostgreSQL does not run as root and its user cannot enter ${dataDir}; its files are in ${home}`)
  return home
}
