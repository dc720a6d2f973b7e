import { settingsFrom, type Settings } from '@sitai/rules/settings'
import { db } from '../db.ts'

/** The numbers of the rules as the bureau has set them; what it has not set is as its city has it, else the default. */
export async function settingsOf(divisionCode: string): Promise<Settings> {
  const codes = [2, 4, 6]
    .filter((length) => length <= divisionCode.length)
    .map((length) => divisionCode.slice(0, length))
  const rows = await db.setting.findMany({ where: { divisionCode: { in: codes } }, orderBy: { divisionCode: 'asc' } })
  return settingsFrom(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}
