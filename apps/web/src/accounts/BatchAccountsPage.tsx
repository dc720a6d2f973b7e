import { useReadQuery } from '@apollo/client/react'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { BatchAccountsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { listUrl, pageOf, readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PasswordSlips } from './PasswordSlips.tsx'

const BatchAccountsPageQuery = graphql(`
  query BatchAccountsPage($search: String, $firmId: ID, $first: Int, $offset: Int) {
    practitionersWithoutAccount(search: $search, firmId: $firmId, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          practitionerId
          name
          licenceNo
          firmName
        }
      }
    }
    scopeChoices {
      firms {
        firmId
        name
      }
    }
  }
`)

const CreatePractitionerAccounts = graphql(`
  mutation CreatePractitionerAccounts($input: CreatePractitionerAccountsInput!) {
    createPractitionerAccounts(input: $input) { ...Refused ... on NewPasswords { slips { ...PasswordSlips_slips } } }
  }
`)

const Url = { ...listUrl, firm: url.text() }
const cap = 100

export function loader({ request }: LoaderFunctionArgs) {
  const { q, page, size, firm } = readUrl(Url, request)
  const variables = { search: q, firmId: firm || null, ...pageOf({ page, size }) }
  return preload(BatchAccountsPageQuery, { variables })
}

type Row = NonNullable<NonNullable<Data['practitionersWithoutAccount']['edges'][number]>['node']>

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', render: (it) => it.name, fixed: true, card: 'heading' },
  { key: 'firm', title: '执业机构', render: (it) => it.firmName ?? '—' },
  { key: 'licenceNo', title: '执业证号', render: (it) => it.licenceNo },
]

/** Opens accounts for practitioners who have none, many at once, and prints their slips. */
export function BatchAccountsPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [slips, setSlips] = useState<Parameters<typeof PasswordSlips>[0]['slips'] | null>(null)
  const [open, opening] = useAct(CreatePractitionerAccounts)
  const { practitionersWithoutAccount: people, scopeChoices } = data
  const rows = people.edges.flatMap((edge) => (edge ? [edge.node] : []))
  const breadcrumb = [
    <Link key="accounts" to={paths.accounts()}>
      账号
    </Link>,
  ]
  const filtered = at.q !== '' || at.firm !== ''
  const clear = () => set({ q: '', firm: '' })

  const create = async () => {
    const done = await open({ input: { practitionerIds: [...chosen] } })
    if (done) setSlips(done.slips)
  }

  if (slips) {
    return (
      <Page title={`已开通 ${slips.length} 个账号`} breadcrumb={breadcrumb}>
        <PasswordSlips slips={slips} onDone={() => void navigate(paths.accounts())} />
      </Page>
    )
  }
  return (
    <Page title="为执业人员批量开通账号" breadcrumb={breadcrumb}>
      <p>登录名用姓名的拼音，重名的加编号；身份为律师（法律服务工作者）。一次最多 {cap} 名，开通后打印密码条。</p>
      {opening.refusal && <Alert type="error" showIcon role="alert" title={opening.refusal.message} />}
      {opening.error != null && <Alert type="error" showIcon role="alert" {...describeError(opening.error)} />}
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '姓名、拼音首字母、执业证号',
        }}
        count={people.totalCount}
        onClear={filtered ? clear : undefined}
      >
        <FilterSelect
          label="机构"
          value={at.firm}
          options={scopeChoices.firms.map((it) => ({ value: it.firmId, label: it.name }))}
          onChange={(firm) => set({ firm })}
          width={220}
        />
      </FilterBar>
      <DataTable
        label="还没有账号的执业人员"
        columns={columns}
        rows={rows}
        rowKey={(it) => it.practitionerId}
        empty={
          <EmptyMessage
            title={filtered ? '没有符合条件的人员' : '在册的执业人员都已有账号'}
            action={filtered && <Button onClick={clear}>清除条件</Button>}
          />
        }
        selection={{
          keys: chosen,
          onChange: setChosen,
          actions: (
            <Button type="primary" loading={opening.busy} disabled={chosen.length > cap} onClick={() => void create()}>
              {chosen.length > cap ? `一次最多 ${cap} 名` : `开通 ${chosen.length} 个账号`}
            </Button>
          ),
        }}
      />
      <Pager
        total={people.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}
