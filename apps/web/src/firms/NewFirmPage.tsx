import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { useGoOn } from '../useGoOn.ts'
import { FirmForm, sentFirm, type FirmValues } from './FirmForm.tsx'

const NewFirmPageQuery = graphql(`
  query NewFirmPage {
    streets {
      code
      name
    }
  }
`)

const CreateFirm = graphql(`
  mutation CreateFirm($input: CreateFirmInput!) { createFirm(input: $input) { ...Refused ... on Firm { id } } }
`)

export function loader(_args: LoaderFunctionArgs) {
  return preload(NewFirmPageQuery)
}

export function NewFirmPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [create, creating] = useAct(CreateFirm)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const leaving = useLeaveGuard()
  const toast = useToast()
  const submit = async (values: FirmValues) => {
    const made = await create({ input: { fields: sentFirm(values) } })
    if (!made) return leaving.setDirty(true)
    toast.success('已登记')
    goOn(paths.firm(made.id))
  }
  return (
    <Page
      title="新增执业机构"
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.firms()}>
          执业机构
        </Link>,
      ]}
    >
      <FirmForm
        label="新增机构"
        submitLabel="登记"
        initialValues={{ kind: 'LAW_FIRM', partyOrg: 'NONE' }}
        streets={data.streets}
        act={creating}
        onSubmit={submit}
        onCancel={() => void navigate(-1)}
        onDirty={leaving.setDirty}
      />
      {leaving.dialog}
    </Page>
  )
}
