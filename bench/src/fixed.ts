import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** The instant the dataset was made for; every system measured takes it for now. */
export const NOW = '2026-11-20T10:00:00+08:00'
export const TODAY = '2026-11-20'
export const MONTH = '2026-11'

/** The district whose people sign in: 海曙区. */
export const DISTRICT = '330203'

/** Advisers who sign in, so that writes do not all stand in one person's line. */
export const ADVISERS = 64

/** The folder of the repository, and of what only the bench installs. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
export const rivals = fileURLToPath(new URL('../rivals', import.meta.url))

/** Who signs in. `adviser` stands for the first of the advisers. */
export type Who = (typeof officials)[number] | 'firm' | `adviser${number}`

/** People of the bureaus, of the district and of its city. */
export const officials = ['admin', 'leader', 'cityAdmin', 'cityLeader'] as const

/** The session token of one who signs in: known to all, in a database that holds nothing real. */
export function tokenOf(who: Who): string {
  return `bench-${who}`
}

/** As the server stores it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** An opaque Relay id, as our API writes it. */
export function relayId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64')
}

/** Ids of the dataset begin with this; ids that systems make while they are measured are greater. */
export const FIRST_FOREIGN_ID = '00010000-0000-0000-0000-000000000000'
