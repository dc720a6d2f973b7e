import { membershipFields } from '@sitai/rules/practitioner.fields'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { useAct } from '../act.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import { PractitionerForm, sentPractitioner, type PractitionerValues } from './PractitionerForm.tsx'

const CreatePractitioner = graphql(`
  mutation CreatePractitioner($input: CreatePractitionerInput!) {
    createPractitioner(input: $input) { ...Refused ... on Practitioner { id } }
  }
`)

/** Registers someone new, to be verified. */
export function NewPractitionerPage() {
  const [create, creating] = useAct(CreatePractitioner)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const goOn = useGoOn()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const submit = async (values: PractitionerValues) => {
    const { firmId = '', joinedOn = null } = values
    const made = await create({ input: { firmId, joinedOn, fields: sentPractitioner(values) } })
    if (!made) return leaving.setDirty(true)
    toast.success('已登记，待核验')
    goOn(paths.practitioner(made.id))
  }
  return (
    <Page
      title="新增执业人员"
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.practitioners()}>
          执业人员
        </Link>,
      ]}
    >
      <PractitionerForm
        label="新增执业人员"
        submitLabel="登记"
        initialValues={{
          joinedOn: today(),
          ...(search.get('firm') && { firmId: search.get('firm') ?? '' }),
        }}
        act={creating}
        onSubmit={submit}
        onCancel={() => void navigate(-1)}
        onDirty={leaving.setDirty}
      >
        <Field<PractitionerValues> name="firmId" label={membershipFields.firm.label} required>
          <FirmSelect states={['ACTIVE', 'SUSPENDED']} />
        </Field>
        <Field<PractitionerValues> name="joinedOn" label={membershipFields.joinedOn.label} required>
          <DateInput max={today()} />
        </Field>
      </PractitionerForm>
      {leaving.dialog}
    </Page>
  )
}
