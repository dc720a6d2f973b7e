import {
  isSettingKey,
  parseSetting,
  settingCatalogue,
  settingConflicts,
  settingsFrom,
  type SettingItem,
  type SettingKey,
} from '@sitai/rules/settings'
import { divisionsAbove } from '../access/place.ts'
import { db } from '../data/db.ts'
import { changedMeanwhile, notFound, Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'

/** A setting as it stands in a place. */
export interface SettingFace extends SettingItem {
  readonly value: number
  /** What counts when the place has set nothing: its city's value, else the default. */
  readonly inherited: number
  /** Whether the place has set its own value. */
  readonly isOwn: boolean
  /** The own row's version; 0 when there is none: what a change must expect. */
  readonly version: number
  readonly updatedAt: Date | null
}

/** All settings of a place, in the order of the catalogue. */
export async function settingFaces(divisionCode: string, tx: Pick<Tx, 'setting'> = db): Promise<SettingFace[]> {
  const rows = await tx.setting.findMany({
    where: { divisionCode: { in: divisionsAbove(divisionCode) } },
    orderBy: { divisionCode: 'asc' },
  })
  const above = rows.filter((row) => row.divisionCode !== divisionCode)
  const inherited = settingsFrom(Object.fromEntries(above.map(({ key, value }) => [key, value])))
  const values = settingsFrom(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
  return settingCatalogue.map((item) => {
    const own = rows.find((row) => row.divisionCode === divisionCode && row.key === item.key)
    return {
      ...item,
      value: values[item.key],
      inherited: inherited[item.key],
      isOwn: own !== undefined,
      version: own?.version ?? 0,
      updatedAt: own?.updatedAt ?? null,
    }
  })
}

interface ChangeSetting {
  readonly key: string
  readonly expectedVersion: number
  readonly reason?: string | null
}

/** Sets one number of the bureau's rules, if it is within bounds and agrees with the others. */
export async function changeSetting(viewer: Viewer, input: ChangeSetting & { value: number }): Promise<SettingFace> {
  const key = knownKey(input.key)
  const parsed = parseSetting(key, input.value)
  if (!parsed.ok) throw new Refusal('INVALID', `${parsed.reason}。`, ['value'])
  const { divisionCode } = viewer
  return changed(viewer, 'changeSetting', key, input, (tx) =>
    tx.setting.upsert({
      where: { divisionCode_key: { divisionCode, key } },
      create: { divisionCode, key, value: parsed.value },
      update: { value: parsed.value },
    }),
  )
}

/** Goes back to the inherited value. */
export async function resetSetting(viewer: Viewer, input: ChangeSetting): Promise<SettingFace> {
  const key = knownKey(input.key)
  return changed(viewer, 'resetSetting', key, input, (tx) =>
    tx.setting.deleteMany({ where: { divisionCode: viewer.divisionCode, key } }),
  )
}

async function changed(
  viewer: Viewer,
  act: string,
  key: SettingKey,
  { expectedVersion, reason }: ChangeSetting,
  change: (tx: Tx) => Promise<unknown>,
): Promise<SettingFace> {
  return write(
    viewer,
    act,
    async (tx) => {
      // One change at a time: two that are each in order might not agree with one another.
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext(${`settings ${viewer.divisionCode}`}))`
      const before = (await settingFaces(viewer.divisionCode, tx)).find((face) => face.key === key)
      if (before?.version !== expectedVersion) throw changedMeanwhile()
      await change(tx)
      const faces = await settingFaces(viewer.divisionCode, tx)
      const conflict = settingConflicts(
        settingsFrom(Object.fromEntries(faces.map((face) => [face.key, face.value]))),
      )[0]
      if (conflict) throw new Refusal('SETTINGS_CONFLICT', `${conflict}。`, ['value'])
      const after = faces.find((face) => face.key === key)
      if (!after) throw notFound('项参数')
      return after
    },
    { reason: reason?.trim() || undefined },
  )
}

function knownKey(key: string): SettingKey {
  if (!isSettingKey(key)) throw notFound('项参数')
  return key
}
