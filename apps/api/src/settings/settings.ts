import { settingsFrom, type Settings } from '@sitai/rules/settings'
import { divisionsAbove } from '../access/place.ts'
import { db } from '../data/db.ts'
import type { Tx } from '../engine/contract.ts'
import type { Viewer } from '../access/viewer.ts'

/** The numbers of the rules as the bureau has set them; what it has not set is as its city has it, else the default. */
export async function settingsOf(divisionCode: string, tx: Tx = db): Promise<Settings> {
  const rows = await tx.setting.findMany({
    where: { divisionCode: { in: divisionsAbove(divisionCode) } },
    select: { key: true, value: true },
    orderBy: { divisionCode: 'asc' },
  })
  return settingsFromRows(rows)
}

/** The settings of the viewers' own places, as they were read with their sessions. */
const withSession = new WeakMap<Viewer, Settings>()

/** Keeps for this request what its session was read with. */
export function keepSettings(viewer: Viewer, settings: Settings): void {
  withSession.set(viewer, settings)
}

/** As settingsOf; those of the viewer's own place were read with the session, at the beginning of this request. */
export async function settingsFor(viewer: Viewer, divisionCode: string, tx: Tx = db): Promise<Settings> {
  const known = divisionCode === viewer.divisionCode ? withSession.get(viewer) : undefined
  return known ?? settingsOf(divisionCode, tx)
}

/** The settings of stored rows, the wider division first. */
export function settingsFromRows(rows: readonly { readonly key: string; readonly value: unknown }[]): Settings {
  return checked(JSON.stringify(Object.fromEntries(rows.map(({ key, value }) => [key, value]))))
}

/** As settingsFor, for an act over many places: each place's are read once. */
export function settingsOnce(viewer: Viewer): (divisionCode: string) => Promise<Settings> {
  const read = new Map<string, Promise<Settings>>()
  return (divisionCode) => {
    const settings = read.get(divisionCode) ?? settingsFor(viewer, divisionCode)
    read.set(divisionCode, settings)
    return settings
  }
}

const known = new Map<string, Settings>()

/** Settings are read at every request but seldom change: what was set is checked once, not at each reading. */
function checked(values: string): Settings {
  const settings = known.get(values) ?? settingsFrom(JSON.parse(values))
  if (known.size > 100) known.clear()
  known.set(values, settings)
  return settings
}
