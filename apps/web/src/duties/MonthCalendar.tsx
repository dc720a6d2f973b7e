import { addDays, lastDayOf, type LocalDate, type Month, monthRange, weekday } from '@sitai/rules/calendar'
import { Link } from 'react-router'

import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { cx } from '../ui/cx.ts'
import { VisitState } from '../visits/VisitState.tsx'
import { clockTime, dayWords, isLapsed } from '../visits/words.ts'
import { today } from '../today.ts'
import styles from './MonthCalendar.module.css'

const MonthCalendar_visit = graphql(`
  fragment MonthCalendar_visit on Visit {
    id
    status
    plannedOn
    startsAt
    communityName
    practitionerName
    needsConfirmation
    isIncomplete
  }
`)

interface MonthCalendarProps {
  month: Month
  visits: readonly FragmentType<typeof MonthCalendar_visit>[]
}

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** The month's visits day by day: a sheet that begins its weeks on Monday, on a phone a list. */
export function MonthCalendar({ month, visits }: MonthCalendarProps) {
  const phone = usePhone()
  const all = visits.map((it) => readFragment(MonthCalendar_visit, it))
  const days = new Map<LocalDate, typeof all>()
  for (const visit of all) days.set(visit.plannedOn, [...(days.get(visit.plannedOn) ?? []), visit])
  if (phone) {
    if (all.length === 0) return <EmptyMessage title="这个月还没有安排驻点。" />
    return (
      <ul className={styles['list']} aria-label="按日列出的驻点">
        {[...days]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, found]) => (
            <li key={day} className={styles['day']}>
              <h3 className={styles['date']}>{dayWords(day)}</h3>
              {found.map((visit) => (
                <p key={visit.id} className={styles['line']}>
                  <Link className={styles['link']} to={paths.visit(visit.id)}>
                    {clockTime(visit.startsAt)} {visit.communityName} {visit.practitionerName}
                  </Link>
                  <VisitState state={visit.status} plannedOn={visit.plannedOn} />
                </p>
              ))}
            </li>
          ))}
      </ul>
    )
  }
  const thisDay = today()
  return (
    <table className={styles['sheet']} aria-label="月历">
      <thead>
        <tr>
          {weekdays.map((it) => (
            <th key={it} scope="col">
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={cx(
                  styles['cell'],
                  !day.startsWith(month) && styles['other'],
                  day === thisDay && styles['today'],
                )}
              >
                <span className={styles['number']}>{Number(day.slice(8))}</span>
                {(days.get(day) ?? []).map((visit) => (
                  <Link
                    key={visit.id}
                    to={paths.visit(visit.id)}
                    className={cx(styles['visit'], styles[isLapsed(visit) ? 'LAPSED' : visit.status])}
                  >
                    {clockTime(visit.startsAt)} {visit.communityName}
                    <span className={styles['who']}>
                      {visit.practitionerName}
                      {isLapsed(visit) && '，未签到'}
                    </span>
                  </Link>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The weeks that hold the month, Monday to Sunday. */
function weeksOf(month: Month): LocalDate[][] {
  const { from } = monthRange(month)
  const last = lastDayOf(month)
  const weeks: LocalDate[][] = []
  for (let monday = addDays(from, 1 - weekday(from)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)))
  }
  return weeks
}
