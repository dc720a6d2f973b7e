import { addDays, monthOf } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import { midnightUtc } from '../time/dates.ts'
import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import { settingsOf } from '../settings/settings.ts'
import { write, type SystemWriter } from '../acts/write.ts'

/**
 * The daily job: visits still planned in a month that is over, and past its grace, become 未到位. Answers how many.
 * Each bureau has a grace of its own; running it twice changes nothing.
 */
export async function missVisits(writer: SystemWriter): Promise<number> {
  const bureaus = await db.bureau.findMany({ select: { divisionCode: true } })
  let missed = 0
  for (const { divisionCode } of bureaus.filter((bureau) => bureau.divisionCode.length === 6)) {
    const { missedGraceDays } = await settingsOf(divisionCode)
    const before = midnightUtc(`${monthOf(addDays(today(), -missedGraceDays))}-01`)
    const { count } = await write({ ...writer, divisionCode }, 'missVisits', (tx) =>
      tx.visit.updateMany({
        where: { status: 'PLANNED', plannedOn: { lt: before }, communityCode: within(divisionCode) },
        data: { status: 'MISSED', sequence: { increment: 1 } },
      }),
    )
    missed += count
  }
  return missed
}
