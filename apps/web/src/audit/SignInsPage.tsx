import { useLoaderData } from 'react-router'

import type { SignInsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { beginOf, endOf, instant } from '../instant.ts'
import { dates } from '../lists/dates.tsx'
import { declareLog } from '../lists/declareLog.ts'
import { linked, oneOf } from '../lists/filters.tsx'
import { LogPage } from '../lists/LogPage.tsx'
import type { Column } from '../ui/column.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { outcomeLabel, outcomeOptions } from './words.ts'

const SignInsPageQuery = graphql(`
  query SignInsPage($filter: SignInFilter, $first: Int, $after: String, $last: Int, $before: String) {
    signInEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
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

const signInLog = declareLog(SignInsPageQuery, 'signInEvents', {
  views: 'logins',
  label: '登录',
  search: (userName) => ({ userName: userName.toLowerCase() || null }),
  filters: [
    dates('时间', (from, to) => ({ from: beginOf(from) ?? null, to: endOf(to) ?? null })),
    oneOf('outcome', '结果', outcomeOptions, 'outcome'),
    linked('ip', 'ip'),
  ],
})

export const { loader } = signInLog

type Row = Data['signInEvents']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  { key: 'at', title: '时间', render: (it) => instant(it.at), width: 160 },
  { key: 'userName', title: '输入的登录名', render: (it) => it.userName || '（空）', card: 'heading' },
  { key: 'outcome', title: '结果', render: (it) => outcomeLabel(it.outcome) },
  { key: 'device', title: '设备', render: (it) => it.device },
  { key: 'place', title: '地点', render: (it) => it.place },
]

/** The sign-in log: every try, who, with what outcome, from where. */
export function SignInsPage() {
  return (
    <LogPage
      log={signInLog}
      answer={useLoaderData<typeof loader>()}
      title="登录日志"
      search="登录名"
      columns={columns}
    />
  )
}

export const SignInsPageLoading = () => <ListLoading title="登录日志" />
