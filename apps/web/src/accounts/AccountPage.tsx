import { accountStateLabel } from '@sitai/rules/account'
import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { ChangeHistory } from '../audit/ChangeHistory.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Facts } from '../ui/Facts.tsx'
import { instant } from '../instant.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { AccountActs } from './AccountActs.tsx'
import { AccountGrants } from './AccountGrants.tsx'

export const AccountPageQuery = graphql(`
  query AccountPage($id: ID!) {
    account(id: $id) {
      id
      userName
      displayName
      status
      isLocked
      lockedUntil
      mustChangePassword
      passwordChangedAt
      practitionerName
      firmName
      lastSignInAt
      createdAt
      refusals { act message }
      ...AccountActs_account
      ...AccountGrants_account
    }
    scopeChoices {
      ...GrantFields_choices
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(AccountPageQuery, { variables: { id: params['id'] ?? '' } })
}

/** One account: whose, in which state, with which grants, and what was changed about it. */
export function AccountPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const { account, scopeChoices } = data
  const breadcrumb = [
    <Link key="accounts" to={paths.accounts()}>
      账号
    </Link>,
  ]
  if (!account) {
    return (
      <Page title="账号" breadcrumb={breadcrumb}>
        <EmptyMessage title="没有找到这个账号，可能不在您的管辖范围内。" />
      </Page>
    )
  }
  const refusal = refusalOf(account, 'updateAccount')
  return (
    <Page
      title={account.displayName}
      breadcrumb={breadcrumb}
      badge={accountStateLabel(account)}
      actions={<AccountActs account={account} />}
    >
      {refusal && <p role="note">{refusal}</p>}
      <Section title="账号">
        <Facts
          facts={[
            { label: '登录名', value: account.userName },
            {
              label: '状态',
              value: account.isLocked ? `锁定到 ${instant(account.lockedUntil)}` : accountStateLabel(account),
            },
            { label: '执业人员', value: account.practitionerName ?? '不是执业人员' },
            { label: '执业机构', value: account.firmName ?? '—' },
            { label: '最近登录', value: instant(account.lastSignInAt) || '从未登录' },
            { label: '上次设密码', value: instant(account.passwordChangedAt) },
            { label: '开通时间', value: instant(account.createdAt) },
            { label: '登录记录', value: <Link to={paths.signIns({ q: account.userName })}>看登录日志</Link> },
          ]}
        />
      </Section>
      <AccountGrants account={account} choices={scopeChoices} />
      <Section title="变更历史">
        <ChangeHistory kind="ACCOUNT" id={account.id} />
      </Section>
    </Page>
  )
}
