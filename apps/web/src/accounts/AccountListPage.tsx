import { accountStateLabel, accountStates, grantLabel, roles } from '@sitai/rules/account'
import { Button } from 'antd'
import { Link, useLoaderData, useNavigate } from 'react-router'

import { graphql } from '../graphql.ts'
import { instant } from '../instant.ts'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { manyOf, oneFrom, oneOf } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { NewButton } from '../lists/NewButton.tsx'
import { paths } from '../paths.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf } from '../ui/options.ts'

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
          grants { id roleLabel placeName firmName }
        }
      }
    }
    scopeChoices { firms { firmId name } }
  }
`)

const accountList = declareList(AccountListPageQuery, 'accounts', {
  label: '账号',
  filters: [
    manyOf('roles', '角色', optionsOf(roles), 'role', { width: 160 }),
    oneOf('state', '状态', optionsOf(accountStates), 'state'),
    oneFrom('firm', '机构', (it) => firmOptions(it.scopeChoices.firms), 'firmId', { width: 200 }),
  ],
  columns: [
    column('NAME', '姓名', (it) => <Link to={paths.account(it.id)}>{it.displayName}</Link>, { sort: 'NAME' }),
    column('USER_NAME', '登录名', (it) => it.userName, { sort: 'USER_NAME' }),
    column('grants', '授权', (it) => it.grants.map(grantLabel).join('；') || '没有有效授权'),
    column('firm', '执业机构', (it) => it.firmName ?? '—'),
    column('state', '状态', accountStateLabel),
    column('lastSignInAt', '最近登录', (it) => instant(it.lastSignInAt) || '从未登录'),
    column('CREATED_AT', '开通时间', (it) => instant(it.createdAt), { sort: 'CREATED_AT' }),
  ],
})

function firmOptions(firms: readonly { firmId: string; name: string }[]) {
  return firms.map(({ firmId, name }) => ({ value: firmId, label: name }))
}

export const { loader } = accountList

export function AccountListPage() {
  const navigate = useNavigate()
  return (
    <ListPage
      list={accountList}
      answer={useLoaderData<typeof loader>()}
      title="账号"
      search="姓名、拼音首字母、登录名"
      actions={
        <>
          <Button onClick={() => void navigate(paths.liveSessions())}>在线用户</Button>
          <Button onClick={() => void navigate(paths.batchAccounts())}>为执业人员批量开通</Button>
          <NewButton to={paths.newAccount()}>开通账号</NewButton>
        </>
      }
      empty="没有符合条件的账号"
    />
  )
}

export const AccountListPageLoading = () => <ListLoading title="账号" />
