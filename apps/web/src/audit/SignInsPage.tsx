import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { SignInsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterDates } from '../ui/FilterDates.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { beginOf, endOf, instant } from '../instant.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { Page } from '../ui/Page.tsx'
import { CursorPager } from '../ui/Pager.tsx'
import { outcomeLabel, outcomeOptions } from './words.ts'

const SignInsPageQuery = graphql(`
  query SignInsPage($filter: SignInFilter, $first: Int, $after: String, $last: Int, $before: String) {
    signInEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          key
          at
          userName
          outcome
          device
          place
        }
      }
    }
  }
`)

const Url = {
  q: url.text(),
  from: url.day(),
  to: url.day(),
  outcome: url.text(),
  ip: url.text(),
  after: url.text(),
  before: url.text(),
}
const size = 50

/** What the log is asked for; an export asks the same. */
function filterOf(at: UrlOf<typeof Url>) {
  return {
    userName: at.q.toLowerCase() || null,
    from: beginOf(at.from) ?? null,
    to: endOf(at.to) ?? null,
    outcome: outcomeOptions.find(({ value }) => value === at.outcome)?.value ?? null,
    ip: at.ip || null,
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  const cursor = at.before ? { last: size, before: at.before } : { first: size, after: at.after || null }
  return preload(SignInsPageQuery, { variables: { filter: filterOf(at), ...cursor } })
}

type Row = NonNullable<NonNullable<Data['signInEvents']['edges'][number]>['node']>

const columns: readonly Column<Row>[] = [
  { key: 'at', title: '时间', render: (it) => instant(it.at), width: 160 },
  { key: 'userName', title: '输入的登录名', render: (it) => it.userName || '（空）', card: 'heading' },
  { key: 'outcome', title: '结果', render: (it) => outcomeLabel(it.outcome) },
  { key: 'device', title: '设备', render: (it) => it.device },
  { key: 'place', title: '地点', render: (it) => it.place },
]

const empty = { q: '', from: '', to: '', outcome: '', ip: '', after: '', before: '' }

/** The sign-in log: every try, who, with what outcome, from where. */
export function SignInsPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, change] = useUrlState(Url)
  const { signInEvents } = data
  const set: typeof change = (patch, options) => change({ after: '', before: '', ...patch }, options)
  const filtered = [at.q, at.from, at.to, at.outcome, at.ip].some((it) => it !== '')
  return (
    <Page
      title="登录日志"
      actions={<ExportButton list="signInEvents" columns={columns} variables={{ filter: filterOf(at) }} />}
    >
      <FilterBar
        search={{ value: at.q, onSearch: (q) => set({ q }, { replace: true }), placeholder: '登录名' }}
        onClear={filtered ? () => change(empty) : undefined}
        trailing={<SavedViews page="logins" />}
      >
        <FilterDates label="时间" from={at.from} to={at.to} onChange={set} />
        <FilterSelect
          label="结果"
          value={at.outcome}
          options={outcomeOptions}
          onChange={(outcome) => set({ outcome })}
        />
      </FilterBar>
      <DataTable
        label="登录日志"
        columns={columns}
        rows={signInEvents.edges.flatMap((edge) => (edge ? [edge.node] : []))}
        rowKey={(it) => it.key}
        empty={
          <EmptyMessage
            title="没有符合条件的登录"
            action={filtered && <Button onClick={() => change(empty)}>清除条件</Button>}
          />
        }
      />
      <CursorPager pageInfo={signInEvents.pageInfo} onMove={(to) => change({ after: '', before: '', ...to })} />
    </Page>
  )
}

export function SignInsPageLoading() {
  return <ListLoading title="登录日志" />
}
