import { type Month, monthOf } from '@sitai/rules/calendar'
import { visitInput } from '@sitai/rules/visit'
import { visitFields } from '@sitai/rules/visit.fields'
import { Input } from 'antd'
import { useState } from 'react'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { newKey } from '../newKey.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useToast } from '../ui/toast.tsx'
import { today } from '../today.ts'
import { VisitTimes, type VisitTimesValues } from './VisitTimes.tsx'

const PlanVisit = graphql(`
  mutation PlanVisit($input: PlanVisitInput!) { planVisit(input: $input) { ...Refused } }
`)

const MakeUpVisit = graphql(`
  mutation MakeUpVisit($input: MakeUpVisitInput!) { makeUpVisit(input: $input) { ...Refused } }
`)

interface Values extends VisitTimesValues {
  reason?: string | null | undefined
}

interface PlanVisitDrawerProps {
  open: boolean
  title: string
  pairingId: string
  /** The missed visit that this one makes up for. */
  missedId?: string
  /** The month that is meant. Of one to come, the day has to be chosen: today would be wrong. */
  month?: Month
  onClose: () => void
}

/** Plans one visit of a pairing; a refusal names the duty in the way. */
export function PlanVisitDrawer({ open, title, pairingId, missedId, month, onClose }: PlanVisitDrawerProps) {
  const [plan, planning] = useAct(PlanVisit, { refetch: 'active' })
  const [makeUp, makingUp] = useAct(MakeUpVisit, { refetch: 'active' })
  const [key, setKey] = useState(newKey)
  const toast = useToast()
  const thisDay = today()
  const isLater = month !== undefined && month > monthOf(thisDay)

  const submit = async ({ reason, ...times }: Values) => {
    const input = { idempotencyKey: key, ...times }
    const done = missedId
      ? await makeUp({ input: { ...input, missedId } })
      : await plan({ input: { ...input, pairingId, reason: reason ?? null } })
    if (!done) return
    setKey(newKey())
    toast.success('已安排')
    onClose()
  }

  return (
    <DetailDrawer open={open} title={title} onClose={onClose}>
      <Form<Values>
        label={title}
        submitLabel="安排"
        {...(missedId ? makingUp : planning)}
        schema={visitInput}
        initialValues={{ ...(!isLater && { plannedOn: thisDay }), startTime: '14:00', endTime: '16:00' }}
        onSubmit={submit}
        onCancel={onClose}
      >
        <VisitTimes min={isLater ? `${month}-01` : thisDay} />
        {!missedId && (
          <Field<Values> name="reason" label={visitFields.reason.label}>
            <Input.TextArea rows={2} maxLength={200} />
          </Field>
        )}
      </Form>
    </DetailDrawer>
  )
}
