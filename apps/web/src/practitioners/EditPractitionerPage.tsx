import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useRevalidator } from 'react-router'

import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import {
  PractitionerForm,
  PractitionerForm_practitioner,
  type PractitionerValues,
  sentPractitioner,
} from './PractitionerForm.tsx'

const EditPractitionerPageQuery = graphql(`
  query EditPractitionerPage($id: ID!) {
    practitioner(id: $id) {
      id
      version
      name
      editableFields
      ...PractitionerForm_practitioner
    }
  }
`)

const UpdatePractitioner = graphql(`
  mutation UpdatePractitioner($input: UpdatePractitionerInput!) { updatePractitioner(input: $input) { ...Refused } }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(EditPractitionerPageQuery, { variables: { id: params['id'] ?? '' } })
}

/** Changes what this viewer may change of a practitioner. */
export function EditPractitionerPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [update, updating] = useAct(UpdatePractitioner)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const { revalidate } = useRevalidator()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const person = data.practitioner
  if (!person) return <NotFoundPage />
  const { id, version, name, editableFields } = person
  const { specialties, phoneMasked, idNoMasked, ...known } = readFragment(PractitionerForm_practitioner, person)
  const submit = async (values: PractitionerValues) => {
    const fields = sentPractitioner(values, editableFields)
    if (!(await update({ input: { id, expectedVersion: version, fields } }))) return leaving.setDirty(true)
    toast.success('已保存')
    goOn(paths.practitioner(id))
  }
  return (
    <Page
      title={`修改 ${name}`}
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.practitioners()}>
          执业人员
        </Link>,
        <Link key="one" to={paths.practitioner(id)}>
          {name}
        </Link>,
      ]}
    >
      <PractitionerForm
        key={version}
        label="修改执业人员"
        submitLabel="保存"
        initialValues={{
          ...known,
          specialties: specialties.map(({ topicCode, level }) => ({ topic: topicCode, weight: level })),
        }}
        editable={editableFields}
        known={{ phone: phoneMasked, idNo: idNoMasked }}
        act={updating}
        onSubmit={submit}
        onCancel={() => void navigate(paths.practitioner(id))}
        onDirty={leaving.setDirty}
        onReload={() => void revalidate()}
      />
      {leaving.dialog}
    </Page>
  )
}
