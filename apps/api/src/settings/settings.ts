import { defaultSettings, parseSetting, type Settings } from '@sitai/rules/settings'
import { db } from '../db.ts'

/**
 * The numbers of the rules as a bureau has set them; what it has not set is as its city has it, else the default.
 * A stored value that no longer fits the catalogue falls back to the default.
 */
export async function settingsOf(divisionCode: string): Promise<Settings> {
  const codes = [2, 4, 6].filter((length) => length <= divisionCode.length).map((length) => divisionCode.slice(0, length))
  const rows = await db.setting.findMany({ where: { divisionCode: { in: codes } }, orderBy: { divisionCode: 'asc' } })
  let settings = defaultSettings
  for (const { key, value } of rows) {
    const parsed = parseSetting(key, value)
    if (parsed.ok) settings = { ...settings, [parsed.value.key]: parsed.value.value }
  }
  return settings
}
