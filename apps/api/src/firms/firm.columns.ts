import type { FirmInput } from '@sitai/rules/firm'
import { searchKeys } from '@sitai/rules/pinyin'
import { midnightUtc } from '../time/dates.ts'

/** The columns of a checked firm, with its search keys. What the input leaves out is undefined: it stays as it is. */
export function firmColumns({ setUpOn, ...firm }: FirmInput) {
  return {
    ...firm,
    ...searchKeys(firm.name, 'OTHER'),
    setUpOn: setUpOn ? midnightUtc(setUpOn) : setUpOn,
  }
}

export type FirmColumns = ReturnType<typeof firmColumns>
