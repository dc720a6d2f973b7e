import { Link, useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import { CommunityForm, sentCommunity, type CommunityValues } from './CommunityForm.tsx'

const CreateCommunity = graphql(`
  mutation CreateCommunity($input: CreateCommunityInput!) {
    createCommunity(input: $input) { ...Refused ... on Community { code } }
  }
`)

export function NewCommunityPage() {
  const [create, creating] = useAct(CreateCommunity)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const submit = async (values: CommunityValues) => {
    const made = await create({ input: { code: values.code, fields: sentCommunity(values) } })
    if (!made) return leaving.setDirty(true)
    toast.success('已登记')
    goOn(paths.community(made.code))
  }
  return (
    <Page
      title="新增社区"
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.communities()}>
          社区
        </Link>,
      ]}
    >
      <CommunityForm
        label="新增社区"
        submitLabel="登记"
        initialValues={{ kind: 'URBAN' }}
        act={creating}
        onSubmit={submit}
        onCancel={() => void navigate(-1)}
        onDirty={leaving.setDirty}
      />
      {leaving.dialog}
    </Page>
  )
}
