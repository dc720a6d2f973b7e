import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useRevalidator } from 'react-router'

import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import { StreetForm, type StreetValues } from './StreetForm.tsx'

const EditStreetPageQuery = graphql(`
  query EditStreetPage($code: String!) {
    street(code: $code) {
      id
      code
      name
      justiceOffice
      adjacentCodes
      version
    }
    streets {
      id
      code
      name
    }
  }
`)

const UpdateStreet = graphql(`
  mutation UpdateStreet($input: UpdateStreetInput!) { updateStreet(input: $input) { ...Refused } }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(EditStreetPageQuery, { variables: { code: params['code'] ?? '' } })
}

/** Changes a street's name, justice office and neighbours. */
export function EditStreetPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [update, updating] = useAct(UpdateStreet)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const { revalidate } = useRevalidator()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const mayWrite = useMay('place:write')
  const { street } = data
  if (!street || !mayWrite) return <NotFoundPage />
  const { code, version } = street
  const submit = async ({ name, justiceOffice, adjacentCodes }: StreetValues) => {
    const input = {
      code,
      expectedVersion: version,
      name,
      justiceOffice: justiceOffice ?? '',
      adjacentCodes: adjacentCodes ?? [],
    }
    if (!(await update({ input }))) return leaving.setDirty(true)
    toast.success('已保存')
    goOn(paths.streets())
  }
  return (
    <Page
      title={`修改 ${street.name}`}
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.streets()}>
          街道
        </Link>,
      ]}
    >
      <StreetForm
        key={version}
        label="修改街道"
        submitLabel="保存"
        initialValues={{ ...street, adjacentCodes: [...street.adjacentCodes] }}
        others={data.streets.filter((it) => it.code !== code)}
        act={updating}
        onSubmit={submit}
        onCancel={() => void navigate(paths.streets())}
        onDirty={leaving.setDirty}
        onReload={() => void revalidate()}
      />
      {leaving.dialog}
    </Page>
  )
}
