import type { Month } from '@sitai/rules/calendar'
import { Button } from 'antd'
import { useState } from 'react'

import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { whenOpen } from '../ui/whenOpen.tsx'
import { dayAndClock } from '../visits/words.ts'
import styles from './DutyRow.module.css'
import { DutyState } from './DutyState.tsx'

const PlanVisitDrawer = whenOpen(() => import('../visits/PlanVisitDrawer.tsx').then((it) => it.PlanVisitDrawer))

const DutyRow_duty = graphql(`
  fragment DutyRow_duty on Duty {
    pairingId
    communityName
    streetName
    status
    required
    kept
    nextStartsAt
  }
`)

/** One duty on the adviser's phone: what is owed, what is arranged, and the two ways to settle it. */
export function DutyRow(props: { duty: FragmentType<typeof DutyRow_duty>; month: Month }) {
  const duty = readFragment(DutyRow_duty, props.duty)
  const [planning, setPlanning] = useState(false)
  return (
    <div className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['name']}>
          {duty.communityName} <DutyState status={duty.status} />
        </p>
        <p className={styles['line']}>
          {duty.streetName} · 应到 {duty.required} 次，已到 {duty.kept} 次
          {duty.nextStartsAt && ` · 已安排 ${dayAndClock(duty.nextStartsAt)}`}
        </p>
      </div>
      <div className={styles['acts']}>
        <Button onClick={() => setPlanning(true)} aria-label={`安排${duty.communityName}的驻点`}>
          安排
        </Button>
        <LinkButton to={paths.logService({ pairing: duty.pairingId })} aria-label={`给${duty.communityName}记日志`}>
          记日志
        </LinkButton>
      </div>
      <PlanVisitDrawer
        open={planning}
        pairingId={duty.pairingId}
        title={`安排${duty.communityName}的驻点`}
        month={props.month}
        onClose={() => setPlanning(false)}
      />
    </div>
  )
}
