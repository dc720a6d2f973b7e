import { plainReason } from '@sitai/rules/reason'
import { timeIn } from '@sitai/rules/calendar'
import { useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Form } from '../ui/Form.tsx'
import { ReasonField } from '../ui/ReasonField.tsx'
import { useToast } from '../ui/toast.tsx'
import { today } from '../today.ts'
import { VisitTimes, type VisitTimesValues } from './VisitTimes.tsx'

const RescheduleVisit = graphql(`
  mutation RescheduleVisit($input: RescheduleVisitInput!) {
    rescheduleVisit(input: $input) {
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

interface Values extends VisitTimesValues {
  reason: string
}

interface RescheduleDrawerProps {
  open: boolean
  visit: { id: string; version: number; plannedOn: string; startsAt: string; endsAt: string }
  onClose: () => void
}

/** Moves a visit to another time; the page then shows the visit that took its place. */
export function RescheduleDrawer({ open, visit, onClose }: RescheduleDrawerProps) {
  const [reschedule, state] = useAct(RescheduleVisit, (it) => it.rescheduleVisit, { refetch: 'active' })
  const navigate = useNavigate()
  const toast = useToast()
  const submit = async (values: Values) => {
    const done = await reschedule({ input: { id: visit.id, expectedVersion: visit.version, ...values } })
    if (!done) return
    toast.success('已改期')
    onClose()
    void navigate(paths.visit(done.id))
  }
  return (
    <DetailDrawer open={open} title="改期" onClose={onClose}>
      <Form<Values>
        label="改期"
        submitLabel="改期"
        {...state}
        initialValues={{
          plannedOn: visit.plannedOn,
          startTime: timeIn(new Date(visit.startsAt)),
          endTime: timeIn(new Date(visit.endsAt)),
        }}
        onSubmit={submit}
        onCancel={onClose}
      >
        <VisitTimes min={today()} />
        <ReasonField<Values> label="改期的原因" rule={plainReason} maxLength={200} />
      </Form>
    </DetailDrawer>
  )
}
