import { plainReason } from '@sitai/rules/reason'
import { Button, Input } from 'antd'
import { useState } from 'react'

import { refusalOf } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { ActForm } from '../ActForm.tsx'
import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Field } from '../ui/Field.tsx'
import { PlanVisitDrawer } from './PlanVisitDrawer.tsx'
import { RescheduleDrawer } from './RescheduleDrawer.tsx'

const VisitActs_visit = graphql(`
  fragment VisitActs_visit on Visit {
    id
    version
    status
    pairingId
    communityName
    plannedOn
    startsAt
    endsAt
    checkedInAt
    refusals { act message }
  }
`)

const CancelVisit = graphql(`
  mutation CancelVisit($input: WhichAndReasonInput!) { cancelVisit(input: $input) { ...Refused } }
`)

const ConfirmVisit = graphql(`
  mutation ConfirmVisit($input: WhichInput!) { confirmVisit(input: $input) { ...Refused } }
`)

const DisputeVisit = graphql(`
  mutation DisputeVisit($input: WhichAndReasonInput!) { disputeVisit(input: $input) { ...Refused } }
`)

const VoidVisit = graphql(`
  mutation VoidVisit($input: WhichAndReasonInput!) { voidVisit(input: $input) { ...Refused } }
`)

const CompleteVisit = graphql(`
  mutation CompleteVisit($input: CompleteVisitInput!) { completeVisit(input: $input) { ...Refused } }
`)

interface TimesValues {
  startTime?: string
  endTime?: string
}

/** What may be done with a visit beside attending it; what its state rules out is not offered. */
export function VisitActs(props: { visit: FragmentType<typeof VisitActs_visit> }) {
  const visit = readFragment(VisitActs_visit, props.visit)
  const [drawer, setDrawer] = useState<'complete' | 'reschedule' | 'makeUp' | null>(null)
  const mayWrite = useMay('visit:write')
  const mayReview = useMay('visit:review')
  const ref = { id: visit.id, expectedVersion: visit.version }
  const isPlanned = visit.status === 'PLANNED'
  const isOver = visit.status === 'COMPLETED' || visit.status === 'DISPUTED' || visit.status === 'CONFIRMED'
  return (
    <>
      {mayWrite && isPlanned && (
        <>
          <ActButton
            act={CancelVisit}
            input={(reason) => ({ ...ref, reason })}
            label="取消"
            on={visit}
            question={`取消${visit.communityName}的这次驻点？`}
            consequence="取消后不能恢复，可另行安排；订阅的日历会收到取消。"
            confirmLabel="取消驻点"
            danger
            reason={plainReason}
            toast="已取消"
          />
          <Button onClick={() => setDrawer('reschedule')}>改期</Button>
        </>
      )}
      {mayWrite && !refusalOf(visit, 'completeVisit') && <Button onClick={() => setDrawer('complete')}>补记</Button>}
      {mayWrite && !refusalOf(visit, 'makeUpVisit') && (
        <Button type="primary" onClick={() => setDrawer('makeUp')}>
          安排补到
        </Button>
      )}
      {mayReview && isOver && (
        <>
          <ActButton
            act={VoidVisit}
            input={(reason) => ({ ...ref, reason })}
            label="作废"
            danger
            on={visit}
            question="作废这次驻点？"
            consequence="作废的驻点仍可查看，但不算到位，也不能恢复。"
            reason={plainReason}
            toast="已作废"
          />
          <ActButton
            act={DisputeVisit}
            input={(reason) => ({ ...ref, reason })}
            label="社区有异议"
            on={visit}
            question="记下社区的异议？"
            consequence="有异议的驻点暂不算到位，核实后再确认或作废。"
            confirmLabel="记下异议"
            reason={plainReason}
            toast="已记下异议"
          />
          <ActButton
            act={ConfirmVisit}
            input={() => ref}
            label="代社区确认"
            button={{ type: 'primary' }}
            on={visit}
            question="社区已确认这次驻点？"
            consequence="请先与社区核实。确认人和时间会记入操作日志。"
            confirmLabel="确认"
            toast="已确认"
          />
        </>
      )}
      <PlanVisitDrawer
        open={drawer === 'makeUp'}
        pairingId={visit.pairingId}
        missedId={visit.id}
        title={`补到${visit.communityName}`}
        onClose={() => setDrawer(null)}
      />
      <RescheduleDrawer open={drawer === 'reschedule'} visit={visit} onClose={() => setDrawer(null)} />
      <DetailDrawer open={drawer === 'complete'} title="补记驻点" onClose={() => setDrawer(null)}>
        <ActForm
          act={CompleteVisit}
          label="补记驻点"
          submitLabel="补记"
          input={({ startTime, endTime }: TimesValues) => ({
            ...ref,
            startTime: startTime || null,
            endTime: endTime || null,
          })}
          onCancel={() => setDrawer(null)}
          onDone={() => setDrawer(null)}
          toast="已补记，待社区确认"
        >
          {!visit.checkedInAt && (
            <Field<TimesValues> name="startTime" label="实际到达" hint="记不清就不填：没有时间就不计时长，不估算。">
              <Input type="time" />
            </Field>
          )}
          <Field<TimesValues> name="endTime" label="实际离开">
            <Input type="time" />
          </Field>
        </ActForm>
      </DetailDrawer>
    </>
  )
}
