import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, shiftMonth } from './calendar.ts'
import { type CommittedPairing, monthStatus, owesMonth } from './commitment.ts'
import { defaultSettings } from './settings.ts'

const pairing: CommittedPairing = {
  term: { from: '2026-01-01', to: '2028-01-01' },
  pauses: [],
  visitsPerMonth: 1,
}
const owes = (some: Partial<CommittedPairing>, month: string, today: string) =>
  owesMonth({ ...pairing, ...some }, month, today, defaultSettings)
const status = (month: string, kept: number, today: string) => monthStatus(pairing, month, kept, today, defaultSettings)

describe('the monthly commitment', () => {
  test('an open month is yellow from the 25th and red when it is over', () => {
    expect(status('2026-11', 0, '2026-11-24')).toBe('DUE')
    expect(status('2026-11', 0, '2026-11-25')).toBe('YELLOW')
    expect(status('2026-11', 0, '2026-11-30')).toBe('YELLOW')
    expect(status('2026-11', 0, '2026-12-01')).toBe('RED')
  })

  test('a visit kept makes the month met, before or after its end', () => {
    expect(status('2026-11', 1, '2026-11-02')).toBe('MET')
    expect(status('2026-11', 2, '2027-03-01')).toBe('MET')
  })

  test('two promised visits are not met by one', () => {
    const two = { ...pairing, visitsPerMonth: 2 }
    expect(monthStatus(two, '2026-11', 1, '2026-12-01', defaultSettings)).toBe('RED')
  })

  test('a term that begins after the 15th does not owe its first month', () => {
    expect(owes({ term: { from: '2026-11-15', to: '2028-01-01' } }, '2026-11', '2026-12-01')).toBe(true)
    expect(owes({ term: { from: '2026-11-16', to: '2028-01-01' } }, '2026-11', '2026-12-01')).toBe(false)
  })

  test("a pairing that ended before the month's last day does not owe it", () => {
    expect(owes({ term: { from: '2026-01-01', to: '2026-11-30' } }, '2026-11', '2026-12-01')).toBe(false)
    expect(owes({ term: { from: '2026-01-01', to: '2026-12-01' } }, '2026-11', '2026-12-01')).toBe(true)
  })

  test("a pairing paused on the month's last day does not owe it, one resumed before does", () => {
    expect(owes({ pauses: [{ from: '2026-11-20', to: null }] }, '2026-11', '2026-12-05')).toBe(false)
    expect(owes({ pauses: [{ from: '2026-11-01', to: '2026-11-30' }] }, '2026-11', '2026-12-05')).toBe(true)
  })

  test('of the running month today counts', () => {
    expect(owes({ pauses: [{ from: '2026-11-20', to: null }] }, '2026-11', '2026-11-19')).toBe(true)
    expect(owes({ pauses: [{ from: '2026-11-20', to: null }] }, '2026-11', '2026-11-20')).toBe(false)
    expect(owes({}, '2026-12', '2026-11-23')).toBe(false)
  })

  test('a closed month never changes its colour as days go by, and more visits never make it worse', () => {
    const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days))
    const worth = { RED: 0, YELLOW: 1, DUE: 2, MET: 3, NOT_DUE: 3 }
    fc.assert(
      fc.property(start, fc.nat(24), fc.nat(3), fc.nat(400), (from, offset, kept, later) => {
        const month = shiftMonth('2025-01', offset)
        const some = { ...pairing, term: { from, to: addDays(from, 365) } }
        const closed = `${shiftMonth(month, 1)}-01`
        const at = (day: string, visits: number) => monthStatus(some, month, visits, day, defaultSettings)
        expect(at(addDays(closed, later), kept)).toBe(at(closed, kept))
        expect(worth[at(closed, kept + 1)]).toBeGreaterThanOrEqual(worth[at(closed, kept)])
      }),
    )
  })
})
