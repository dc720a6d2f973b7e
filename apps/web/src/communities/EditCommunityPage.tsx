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
import { CommunityForm, CommunityForm_community, sentCommunity, type CommunityValues } from './CommunityForm.tsx'

const EditCommunityPageQuery = graphql(`
  query EditCommunityPage($code: String!) {
    community(code: $code) {
      id
      version
      code
      name
      ...CommunityForm_community
    }
  }
`)

const UpdateCommunity = graphql(`
  mutation UpdateCommunity($input: UpdateCommunityInput!) { updateCommunity(input: $input) { ...Refused } }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(EditCommunityPageQuery, { variables: { code: params['code'] ?? '' } })
}

export function EditCommunityPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [update, updating] = useAct(UpdateCommunity)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const { revalidate } = useRevalidator()
  const leaving = useLeaveGuard()
  const toast = useToast()
  if (!data.community) return <NotFoundPage />
  const { version, code, name } = data.community
  const { demands, contactPhoneMasked, ...known } = readFragment(CommunityForm_community, data.community)
  const submit = async (values: CommunityValues) => {
    const done = await update({ input: { code, expectedVersion: version, fields: sentCommunity(values) } })
    if (!done) return leaving.setDirty(true)
    toast.success('已保存')
    goOn(paths.community(code))
  }
  return (
    <Page
      title={`修改 ${name}`}
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.communities()}>
          社区
        </Link>,
        <Link key="one" to={paths.community(code)}>
          {name}
        </Link>,
      ]}
    >
      <CommunityForm
        key={version}
        label="修改社区"
        submitLabel="保存"
        initialValues={{
          ...known,
          demands: demands.map(({ topicCode, weight }) => ({ topic: topicCode, weight })),
        }}
        known={{ phone: contactPhoneMasked }}
        act={updating}
        onSubmit={submit}
        onCancel={() => void navigate(paths.community(code))}
        onDirty={leaving.setDirty}
        onReload={() => void revalidate()}
      />
      {leaving.dialog}
    </Page>
  )
}
