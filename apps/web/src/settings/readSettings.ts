import { settingsFrom, type Settings } from '@sitai/rules/settings'

/** The numbers of the rules as the bureau has set them, of the API's `settings { key value }`. */
export function readSettings(settings: readonly { key: string; value: number }[]): Settings {
  return settingsFrom(Object.fromEntries(settings.map(({ key, value }) => [key, value])))
}
