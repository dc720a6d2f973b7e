import { useReadQuery } from '@apollo/client/react'
import { accountStateLabel, accountStates, grantLabel, roles } from '@sitai/rules/account'
import { Button } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { AccountListPageQuery as Data, AccountOrderField } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { chosenOf, knownOf, listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect, FilterSelectMany } from '../ui/FilterSelect.tsx'
import { instant } from '../instant.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'

const AccountListPageQuery = graphql(`
  query AccountListPage($search: String, $filter: AccountFilter, $orderBy: AccountOrder, $first: Int, $offset: Int) {
    accounts(search: $search, filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          userName
          displayName
          status
          isLocked
          mustChangePassword
          practitionerName
          firmName
          lastSignInAt
          createdAt
          grants {
            id
            roleLabel
            placeName
            firmName
          }
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

const Url = {
  ...listUrl,
  roles: url.list(),
  state: url.text(),
  firm: url.text(),
  sort: url.sort(['NAME', 'USER_NAME', 'CREATED_AT']),
}

const roleNames = roles.map(({ code }) => code)
const stateNames = accountStates.map(({ code }) => code)
const orderFields: readonly AccountOrderField[] = ['NAME', 'USER_NAME', 'CREATED_AT']

/** What the list is asked for; an export asks the same. */
function listVariables({ q, roles: chosen, state, firm, sort }: UrlOf<typeof Url>) {
  const order = orderOf(sort)
  const field = orderFields.find((it) => it === order?.key)
  return {
    search: q,
    filter: { role: chosenOf(roleNames, chosen), state: knownOf(stateNames, state), firmId: firm || null },
    orderBy: order && field ? { field, direction: order.direction } : null,
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  return preload(AccountListPageQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

type Row = NonNullable<NonNullable<Data['accounts']['edges'][number]>['node']>

const columns: readonly Column<Row>[] = [
  {
    key: 'NAME',
    title: '姓名',
    render: (it) => <Link to={paths.account(it.id)}>{it.displayName}</Link>,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  { key: 'USER_NAME', title: '登录名', render: (it) => it.userName, sortable: true },
  { key: 'grants', title: '授权', render: (it) => it.grants.map(grantLabel).join('；') || '没有有效授权' },
  { key: 'firm', title: '执业机构', render: (it) => it.firmName ?? '—' },
  { key: 'state', title: '状态', render: accountStateLabel },
  { key: 'lastSignInAt', title: '最近登录', render: (it) => instant(it.lastSignInAt) || '从未登录' },
  { key: 'CREATED_AT', title: '开通时间', render: (it) => instant(it.createdAt), sortable: true },
]

export function AccountListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const navigate = useNavigate()
  const { accounts, scopeChoices } = data
  const rows = accounts.edges.flatMap((edge) => (edge ? [edge.node] : []))
  const filtered = at.q !== '' || at.roles.length > 0 || at.state !== '' || at.firm !== ''
  const clear = () => set({ q: '', roles: [], state: '', firm: '' })
  return (
    <Page
      title="账号"
      actions={
        <>
          <ExportButton list="accounts" columns={columns} variables={listVariables(at)} />
          <Button onClick={() => void navigate(paths.liveSessions())}>在线用户</Button>
          <Button onClick={() => void navigate(paths.batchAccounts())}>为执业人员批量开通</Button>
          <Button type="primary" onClick={() => void navigate(paths.newAccount())}>
            开通账号
          </Button>
        </>
      }
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '姓名、拼音首字母、登录名',
        }}
        count={accounts.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={<SavedViews page="accounts" />}
      >
        <FilterSelectMany
          label="角色"
          value={at.roles}
          options={optionsOf(roles)}
          onChange={(chosen) => set({ roles: [...chosen] })}
          width={160}
        />
        <FilterSelect
          label="状态"
          value={at.state}
          options={optionsOf(accountStates)}
          onChange={(state) => set({ state })}
        />
        <FilterSelect
          label="机构"
          value={at.firm}
          options={scopeChoices.firms.map((it) => ({ value: it.firmId, label: it.name }))}
          onChange={(firm) => set({ firm })}
          width={200}
        />
      </FilterBar>
      <DataTable
        label="账号"
        columns={columns}
        rows={rows}
        rowKey={(it) => it.id}
        empty={
          <EmptyMessage title="没有符合条件的账号" action={filtered && <Button onClick={clear}>清除条件</Button>} />
        }
        sort={at.sort}
        onSort={(sort) => set({ sort })}
      />
      <Pager
        total={accounts.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}

export function AccountListPageLoading() {
  return <ListLoading title="账号" />
}
