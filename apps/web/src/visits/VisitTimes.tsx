import { visitFields } from '@sitai/rules/visit.fields'
import { Input } from 'antd'

import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import styles from './VisitTimes.module.css'

export interface VisitTimesValues {
  plannedOn: string
  startTime: string
  endTime: string
}

/** The day and the two times of a visit, in forms. */
export function VisitTimes({ min }: { min?: string }) {
  return (
    <>
      <Field<VisitTimesValues> name="plannedOn" label={visitFields.plannedOn.label} required>
        <DateInput {...(min && { min })} />
      </Field>
      <div className={styles['times']}>
        <Field<VisitTimesValues> name="startTime" label={visitFields.startsAt.label} required>
          <Input type="time" />
        </Field>
        <Field<VisitTimesValues> name="endTime" label={visitFields.endsAt.label} required>
          <Input type="time" />
        </Field>
      </div>
    </>
  )
}
