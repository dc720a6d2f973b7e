import { describe, expect, test } from '@jest/globals'
import { addWorkdays, type CalendarDays, dayKind, isWorkday, workdayOnOrAfter } from './workdays.ts'

/** Spring Festival 2026 as the State Council published it: off 15 to 23 February, worked on Saturdays 14 and 28. */
const springFestival: CalendarDays = new Map([
  ['2026-02-14', 'MAKEUP_WORKDAY'],
  ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => [`2026-02-${day}`, 'HOLIDAY'] as const),
  ['2026-02-28', 'MAKEUP_WORKDAY'],
])

describe('working days', () => {
  test('Saturday 14 February 2026 is worked, Monday the 16th is not', () => {
    expect(isWorkday('2026-02-14', springFestival)).toBe(true)
    expect(isWorkday('2026-02-16', springFestival)).toBe(false)
    expect(dayKind('2026-02-16', springFestival)).toBe('HOLIDAY')
  })

  test('a day the calendar does not name follows the week', () => {
    expect(isWorkday('2026-03-06', springFestival)).toBe(true)
    expect(isWorkday('2026-03-07', springFestival)).toBe(false)
  })

  test('the 15th, else the next working day, is 24 February in 2026', () => {
    expect(workdayOnOrAfter('2026-02-15', springFestival)).toBe('2026-02-24')
    expect(workdayOnOrAfter('2026-02-14', springFestival)).toBe('2026-02-14')
  })

  test('five working days before the reception count over the holiday', () => {
    expect(addWorkdays('2026-02-24', -5, springFestival)).toBe('2026-02-10')
    expect(addWorkdays('2026-02-13', 2, springFestival)).toBe('2026-02-24')
  })
})
