import { grantLabel } from '@sitai/rules/account'
import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { LiveSessionsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { listUrl, pageOf, readUrl } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { instant } from '../instant.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'

const LiveSessionsPageQuery = graphql(`
  query LiveSessionsPage($search: String, $first: Int, $offset: Int) {
    liveSessions(search: $search, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          device
          place
          createdAt
          lastSeenAt
          isCurrent
          refusals { act message }
          account {
            id
            userName
            displayName
          }
          grant {
            id
            roleLabel
            placeName
            firmName
          }
        }
      }
    }
  }
`)

const EndSomeonesSession = graphql(`
  mutation EndSomeonesSession($input: EndSessionInput!) { endSession(input: $input) { ...Refused } }
`)

const Url = listUrl

export function loader({ request }: LoaderFunctionArgs) {
  const { q, page, size } = readUrl(Url, request)
  return preload(LiveSessionsPageQuery, { variables: { search: q, ...pageOf({ page, size }) } })
}

type Row = NonNullable<NonNullable<Data['liveSessions']['edges'][number]>['node']>

/** Who is signed in now, and the way to sign them out. */
export function LiveSessionsPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const { liveSessions } = data
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: '姓名',
      render: (it) => <Link to={paths.account(it.account.id)}>{it.account.displayName}</Link>,
      fixed: true,
      card: 'heading',
    },
    { key: 'userName', title: '登录名', render: (it) => it.account.userName },
    { key: 'grant', title: '身份', render: (it) => (it.grant ? grantLabel(it.grant) : '—') },
    { key: 'device', title: '设备', render: (it) => it.device },
    { key: 'place', title: '地点', render: (it) => it.place },
    { key: 'createdAt', title: '登录时间', render: (it) => instant(it.createdAt) },
    { key: 'lastSeenAt', title: '最近操作', render: (it) => instant(it.lastSeenAt) },
    {
      key: 'end',
      title: '操作',
      render: (it) =>
        it.isCurrent ? (
          '就是您自己'
        ) : (
          <ActButton
            act={EndSomeonesSession}
            input={() => ({ sessionId: it.id })}
            label="强制下线"
            on={it}
            question={`让${it.account.displayName}在“${it.device}”上下线？`}
            consequence="对方没有保存的内容会丢失，须重新登录。若要阻止其再次登录，请停用账号。"
            danger
            button={{ size: 'small' }}
          />
        ),
    },
  ]
  return (
    <Page
      title="在线用户"
      breadcrumb={[
        <Link key="accounts" to={paths.accounts()}>
          账号
        </Link>,
      ]}
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '姓名、拼音首字母、登录名',
        }}
        count={liveSessions.totalCount}
        onClear={at.q ? () => set({ q: '' }) : undefined}
      />
      <DataTable
        label="在线用户"
        columns={columns}
        rows={liveSessions.edges.flatMap((edge) => (edge ? [edge.node] : []))}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title="没有符合条件的在线用户" />}
      />
      <Pager
        total={liveSessions.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}
