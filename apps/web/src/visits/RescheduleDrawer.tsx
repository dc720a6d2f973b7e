import { plainReason } from '@sitai/rules/reason'
import { timeIn } from '@sitai/rules/calendar'

import { ActForm } from '../ActForm.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { ReasonField } from '../ui/ReasonField.tsx'
import { today } from '../today.ts'
import { useGoOn } from '../useGoOn.ts'
import { VisitTimes, type VisitTimesValues } from './VisitTimes.tsx'

const RescheduleVisit = graphql(`
  mutation RescheduleVisit($input: RescheduleVisitInput!) {
    rescheduleVisit(input: $input) { ...Refused ... on Visit { id } }
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
  const goOn = useGoOn()
  return (
    <DetailDrawer open={open} title="改期" onClose={onClose}>
      <ActForm
        act={RescheduleVisit}
        label="改期"
        submitLabel="改期"
        input={(values: Values) => ({ id: visit.id, expectedVersion: visit.version, ...values })}
        initialValues={{
          plannedOn: visit.plannedOn,
          startTime: timeIn(new Date(visit.startsAt)),
          endTime: timeIn(new Date(visit.endsAt)),
        }}
        onCancel={onClose}
        toast="已改期"
        onDone={({ id }) => {
          onClose()
          goOn(paths.visit(id))
        }}
      >
        <VisitTimes min={today()} />
        <ReasonField<Values> label="改期的原因" rule={plainReason} maxLength={200} />
      </ActForm>
    </DetailDrawer>
  )
}
