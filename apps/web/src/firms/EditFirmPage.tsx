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
import { FirmForm, FirmForm_firm, sentFirm, type FirmValues } from './FirmForm.tsx'

const EditFirmPageQuery = graphql(`
  query EditFirmPage($id: ID!) {
    firm(id: $id) {
      id
      version
      name
      editableFields
      ...FirmForm_firm
    }
    streets {
      code
      name
    }
  }
`)

const UpdateFirm = graphql(`
  mutation UpdateFirm($input: UpdateFirmInput!) { updateFirm(input: $input) { ...Refused } }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(EditFirmPageQuery, { variables: { id: params['id'] ?? '' } })
}

/** Changes what this viewer may change of a firm. */
export function EditFirmPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [update, updating] = useAct(UpdateFirm)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const { revalidate } = useRevalidator()
  const leaving = useLeaveGuard()
  const toast = useToast()
  if (!data.firm) return <NotFoundPage />
  const { id, version, name, editableFields } = data.firm
  const { street, ...known } = readFragment(FirmForm_firm, data.firm)
  const submit = async (values: FirmValues) => {
    const fields = sentFirm(values, editableFields)
    if (!(await update({ input: { id, expectedVersion: version, fields } }))) return leaving.setDirty(true)
    toast.success('已保存')
    goOn(paths.firm(id))
  }
  return (
    <Page
      title={`修改 ${name}`}
      width="form"
      breadcrumb={[
        <Link key="list" to={paths.firms()}>
          执业机构
        </Link>,
        <Link key="one" to={paths.firm(id)}>
          {name}
        </Link>,
      ]}
    >
      <FirmForm
        key={version}
        label="修改机构"
        submitLabel="保存"
        initialValues={{ ...known, streetCode: street?.code ?? null }}
        streets={data.streets}
        editable={editableFields}
        act={updating}
        onSubmit={submit}
        onCancel={() => void navigate(paths.firm(id))}
        onDirty={leaving.setDirty}
        onReload={() => void revalidate()}
      />
      {leaving.dialog}
    </Page>
  )
}
