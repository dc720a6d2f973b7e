import { settingCatalogue } from '@sitai/rules/settings'
import type { BureauRecord } from '../records/record.ts'
import { record } from '../records/record.ts'

/** 参数: each has a value in one's own place, whether or not a row says so. Their history is not for firms. */
export const settingRecord = record({
  table: 'setting',
  label: '参数',
  act: 'setting:read',
  key: 'key',
  isPerPlace: true,
  visible: () => ({}),
  names: (keys) => Promise.resolve(settingCatalogue.filter(({ key }) => keys.includes(key)).map(nameOfSetting)),
  history: {
    count: () => Promise.resolve(1),
    only: ({ role }) => (role === 'FIRM_ADMIN' ? null : {}),
  },
})

function nameOfSetting({ key, label }: { readonly key: string; readonly label: string }) {
  return { key, name: label }
}

/** 司法局. */
export const bureauRecord: BureauRecord = { table: 'bureau', label: '司法局', act: 'setting:read' }
