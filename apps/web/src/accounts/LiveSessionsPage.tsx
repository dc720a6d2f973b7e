import { grantLabel } from '@sitai/rules/account'
import { Link, useLoaderData } from 'react-router'

import { ActButton } from '../ActButton.tsx'
import { graphql } from '../graphql.ts'
import { instant } from '../instant.ts'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { ListFilters } from '../lists/ListFilters.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { useList } from '../lists/useList.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'

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
          account { id userName displayName }
          grant { id roleLabel placeName firmName }
        }
      }
    }
  }
`)

const EndSomeonesSession = graphql(`
  mutation EndSomeonesSession($input: EndSessionInput!) { endSession(input: $input) { ...Refused } }
`)

const sessionList = declareList(LiveSessionsPageQuery, 'liveSessions', {
  label: '在线用户',
  columns: [
    column('name', '姓名', ({ account: it }) => <Link to={paths.account(it.id)}>{it.displayName}</Link>),
    column('userName', '登录名', (it) => it.account.userName),
    column('grant', '身份', (it) => (it.grant ? grantLabel(it.grant) : '—')),
    column('device', '设备', (it) => it.device),
    column('place', '地点', (it) => it.place),
    column('createdAt', '登录时间', (it) => instant(it.createdAt)),
    column('lastSeenAt', '最近操作', (it) => instant(it.lastSeenAt)),
    column('end', '操作', (it) =>
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
    ),
  ],
})

export const { loader } = sessionList

/** Who is signed in now, and the way to sign them out. */
export function LiveSessionsPage() {
  const list = useList(sessionList, useLoaderData<typeof loader>())
  return (
    <Page
      title="在线用户"
      breadcrumb={[
        <Link key="accounts" to={paths.accounts()}>
          账号
        </Link>,
      ]}
    >
      <ListFilters list={list} search="姓名、拼音首字母、登录名" />
      <ListTable list={list} empty="没有符合条件的在线用户" />
    </Page>
  )
}
