import { Link, useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import { StreetForm, type StreetValues } from './StreetForm.tsx'

const CreateStreet = graphql(`
  mutation CreateStreet($input: CreateStreetInput!) { createStreet(input: $input) { ...Refused } }
`)

export function NewStreetPage() {
  const [create, creating] = useAct(CreateStreet)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const submit = async ({ code, name, justiceOffice }: StreetValues) => {
    if (!(await create({ input: { code, name, justiceOffice: justiceOffice ?? null } }))) return leaving.setDirty(true)
    toast.success('已登记')
    goOn(paths.streets())
  }
  return (
    <Page
      title="新增街道"
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.streets()}>
          街道
        </Link>,
      ]}
    >
      <StreetForm
        label="新增街道"
        submitLabel="登记"
        initialValues={{}}
        act={creating}
        onSubmit={submit}
        onCancel={() => void navigate(-1)}
        onDirty={leaving.setDirty}
      />
      {leaving.dialog}
    </Page>
  )
}
