import { plainReason } from '@sitai/rules/reason'
import { Button, Input } from 'antd'
import { useState } from 'react'

import { useAct } from '../act.ts'
import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useToast } from '../ui/toast.tsx'
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
    completeRefusal
    rescheduleRefusal
    cancelRefusal
    makeUpRefusal
    confirmRefusal
    disputeRefusal
    voidRefusal
  }
`)

const CancelVisit = graphql(`
  mutation CancelVisit($input: VisitReasonInput!) {
    cancelVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const ConfirmVisit = graphql(`
  mutation ConfirmVisit($input: ConfirmVisitInput!) {
    confirmVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const DisputeVisit = graphql(`
  mutation DisputeVisit($input: VisitReasonInput!) {
    disputeVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const VoidVisit = graphql(`
  mutation VoidVisit($input: VisitReasonInput!) {
    voidVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const CompleteVisit = graphql(`
  mutation CompleteVisit($input: CompleteVisitInput!) {
    completeVisit(input: $input) {
      __typename
      ... on Visit {
        id
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

interface TimesValues {
  startTime?: string
  endTime?: string
}

/** What may be done with a visit beside attending it; what its state rules out is not offered. */
export function VisitActs(props: { visit: FragmentType<typeof VisitActs_visit> }) {
  const visit = readFragment(VisitActs_visit, props.visit)
  const [drawer, setDrawer] = useState<'complete' | 'reschedule' | 'makeUp' | null>(null)
  const [cancel, cancelling] = useAct(CancelVisit, (it) => it.cancelVisit, { refetch: 'active' })
  const [confirm, confirming] = useAct(ConfirmVisit, (it) => it.confirmVisit, { refetch: 'active' })
  const [dispute, disputing] = useAct(DisputeVisit, (it) => it.disputeVisit, { refetch: 'active' })
  const [voidVisit, voiding] = useAct(VoidVisit, (it) => it.voidVisit, { refetch: 'active' })
  const [complete, completing] = useAct(CompleteVisit, (it) => it.completeVisit, { refetch: 'active' })
  const mayWrite = useMay('visit:write')
  const mayReview = useMay('visit:review')
  const toast = useToast()
  const ref = { id: visit.id, expectedVersion: visit.version }
  const said = <T,>(done: T, words: string): T => {
    if (done) toast.success(words)
    return done
  }
  const isPlanned = visit.status === 'PLANNED'
  const isOver = visit.status === 'COMPLETED' || visit.status === 'DISPUTED' || visit.status === 'CONFIRMED'
  const save = async ({ startTime, endTime }: TimesValues) => {
    const done = await complete({ input: { ...ref, startTime: startTime || null, endTime: endTime || null } })
    if (said(done, '已补记，待社区确认')) setDrawer(null)
  }
  return (
    <>
      {mayWrite && isPlanned && (
        <>
          <ConfirmButton
            label="取消"
            refusal={visit.cancelRefusal}
            question={`取消${visit.communityName}的这次驻点？`}
            consequence="取消后不能恢复，可另行安排；订阅的日历会收到取消。"
            confirmLabel="取消驻点"
            danger
            reason={plainReason}
            act={cancelling}
            onConfirm={async (reason) => said(await cancel({ input: { ...ref, reason } }), '已取消')}
          />
          <Button onClick={() => setDrawer('reschedule')}>改期</Button>
        </>
      )}
      {mayWrite && !visit.completeRefusal && <Button onClick={() => setDrawer('complete')}>补记</Button>}
      {mayWrite && !visit.makeUpRefusal && (
        <Button type="primary" onClick={() => setDrawer('makeUp')}>
          安排补到
        </Button>
      )}
      {mayReview && isOver && (
        <>
          <ConfirmButton
            label="作废"
            danger
            refusal={visit.voidRefusal}
            question="作废这次驻点？"
            consequence="作废的驻点仍可查看，但不算到位，也不能恢复。"
            confirmLabel="作废"
            reason={plainReason}
            act={voiding}
            onConfirm={async (reason) => said(await voidVisit({ input: { ...ref, reason } }), '已作废')}
          />
          <ConfirmButton
            label="社区有异议"
            refusal={visit.disputeRefusal}
            question="记下社区的异议？"
            consequence="有异议的驻点暂不算到位，核实后再确认或作废。"
            confirmLabel="记下异议"
            reason={plainReason}
            act={disputing}
            onConfirm={async (reason) => said(await dispute({ input: { ...ref, reason } }), '已记下异议')}
          />
          <ConfirmButton
            label="代社区确认"
            button={{ type: 'primary' }}
            refusal={visit.confirmRefusal}
            question="社区已确认这次驻点？"
            consequence="请先与社区核实。确认人和时间会记入操作日志。"
            confirmLabel="确认"
            act={confirming}
            onConfirm={async () => said(await confirm({ input: ref }), '已确认')}
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
        <Form<TimesValues>
          label="补记驻点"
          submitLabel="补记"
          {...completing}
          onSubmit={save}
          onCancel={() => setDrawer(null)}
        >
          {!visit.checkedInAt && (
            <Field<TimesValues> name="startTime" label="实际到达" hint="记不清就不填：没有时间就不计时长，不估算。">
              <Input type="time" />
            </Field>
          )}
          <Field<TimesValues> name="endTime" label="实际离开">
            <Input type="time" />
          </Field>
        </Form>
      </DetailDrawer>
    </>
  )
}
