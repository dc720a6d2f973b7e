import { Link } from 'react-router'

import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { AttendanceButtons } from './AttendanceButtons.tsx'
import styles from './VisitCard.module.css'
import { VisitState } from './VisitState.tsx'
import { clockTime, minutesWords, span } from './words.ts'

const VisitCard_visit = graphql(`
  fragment VisitCard_visit on Visit {
    id
    status
    plannedOn
    startsAt
    endsAt
    checkedInAt
    checkedOutAt
    minutes
    doubts
    needsConfirmation
    isIncomplete
    communityName
    streetName
    communityAddress
    visitRoom
    serviceLogCount
    ...AttendanceButtons_visit
  }
`)

interface VisitCardProps {
  visit: FragmentType<typeof VisitCard_visit>
  /** The mark of the community's printed code, where one came by it. */
  code?: string
  /** The heading's rank, by where the card stands. */
  heading?: 'h2' | 'h3'
}

/** One visit on the adviser's phone: where, when, how it stands, and the buttons. */
export function VisitCard({ heading: Heading = 'h3', ...props }: VisitCardProps) {
  const visit = readFragment(VisitCard_visit, props.visit)
  const where = [visit.streetName, visit.visitRoom, visit.communityAddress].filter(Boolean).join(' · ')
  return (
    <section className={styles['card']} aria-label={`${visit.communityName}的驻点，${span(visit)}`}>
      <header className={styles['head']}>
        <Heading className={styles['name']}>
          <Link to={paths.visit(visit.id)}>{visit.communityName}</Link>
        </Heading>
        <span className={styles['state']}>
          <VisitState
            state={visit.status}
            plannedOn={visit.plannedOn}
            needsConfirmation={visit.needsConfirmation}
            isIncomplete={visit.isIncomplete}
          />
        </span>
      </header>
      <p className={styles['time']}>{span(visit)}</p>
      <p className={styles['where']}>{where}</p>
      {visit.checkedInAt && (
        <p className={styles['where']}>
          {clockTime(visit.checkedInAt)} 签到
          {visit.checkedOutAt && `，${clockTime(visit.checkedOutAt)} 签退，${minutesWords(visit.minutes)}`}
          {visit.serviceLogCount > 0 && `，日志 ${visit.serviceLogCount} 篇`}
        </p>
      )}
      {visit.doubts.map((doubt) => (
        <p key={doubt} className={styles['doubt']}>
          {doubt}
        </p>
      ))}
      <AttendanceButtons visit={visit} {...(props.code && { code: props.code })} />
    </section>
  )
}
