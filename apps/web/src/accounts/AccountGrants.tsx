import { plainReason } from '@sitai/rules/reason'

import type { AccountGrants_AccountFragment as Facts, Role } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { ActDialog } from '../ActDialog.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { endOf, instant } from '../instant.ts'
import { Section } from '../ui/Section.tsx'
import { GrantFields, type GrantValues } from './GrantFields.tsx'

const AccountGrantsAccount = graphql(`
  fragment AccountGrants_account on Account {
    id
    displayName
    practitionerName
    refusals { act message }
    grants(includeEnded: true) {
      id
      version
      role
      roleLabel
      divisionCode
      placeName
      firmId
      firmName
      validFrom
      validTo
      isInForce
      refusals { act message }
    }
  }
`)

const AddGrant = graphql(`
  mutation AddGrant($input: AddGrantInput!) { addGrant(input: $input) { ...Refused } }
`)

const ChangeGrant = graphql(`
  mutation ChangeGrant($input: ChangeGrantInput!) { changeGrant(input: $input) { ...Refused } }
`)

const EndGrant = graphql(`
  mutation EndGrant($input: EndGrantInput!) { endGrant(input: $input) { ...Refused } }
`)

type Grant = Facts['grants'][number]
type Choices = Parameters<typeof GrantFields>[0]['choices']

interface AccountGrantsProps {
  account: FragmentType<typeof AccountGrantsAccount>
  choices: Choices
}

/** The grants of an account, ended ones too: add, change the scope, end. */
export function AccountGrants(props: AccountGrantsProps) {
  const account = readFragment(AccountGrantsAccount, props.account)
  const fields = { choices: props.choices, forPractitioner: Boolean(account.practitionerName) }
  const columns: readonly Column<Grant>[] = [
    { key: 'role', title: '角色', render: (it) => it.roleLabel, fixed: true, card: 'heading' },
    { key: 'scope', title: '范围', render: (it) => it.firmName ?? it.placeName },
    { key: 'validFrom', title: '生效', render: (it) => instant(it.validFrom) },
    { key: 'validTo', title: '到期', render: (it) => instant(it.validTo) || '长期' },
    { key: 'state', title: '状态', render: (it) => (it.isInForce ? '有效' : '已终止') },
    {
      key: 'acts',
      title: '操作',
      render: (it) =>
        it.isInForce && (
          <>
            <ActDialog
              act={ChangeGrant}
              on={it}
              label="改范围"
              title="修改授权的范围和期限"
              button={{ size: 'small' }}
              {...form}
              initialValues={valuesOf(it)}
              input={(values: GrantValues) => ({
                grantId: it.id,
                expectedVersion: it.version,
                ...scopeOf(it.role, values),
              })}
            >
              <GrantFields {...fields} fixedRole={it.role} />
            </ActDialog>{' '}
            <ActButton
              act={EndGrant}
              input={(reason) => ({ grantId: it.id, reason })}
              on={it}
              label="终止"
              danger
              button={{ size: 'small' }}
              question={`终止${account.displayName}的“${it.roleLabel}”授权？`}
              consequence="立即生效：对方的下一步操作就不再有这项权限。终止后不能恢复，可以重新授权。"
              confirmLabel="终止授权"
              reason={plainReason}
              toast="授权已终止，立即生效"
            />
          </>
        ),
    },
  ]
  return (
    <Section
      title="授权"
      actions={
        <ActDialog
          act={AddGrant}
          on={account}
          label="增加授权"
          title="增加授权"
          {...form}
          input={(values: GrantValues) => ({
            accountId: account.id,
            grant: { role: values.role, ...scopeOf(values.role, values) },
          })}
        >
          <GrantFields {...fields} />
        </ActDialog>
      }
    >
      <DataTable
        label="授权"
        columns={columns}
        rows={account.grants}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title="还没有授权，不能登录。" />}
      />
    </Section>
  )
}

/** What both dialogs of a grant say. */
const form = {
  formLabel: '授权',
  submitLabel: '保存',
  toast: '已保存，立即生效',
  onReload: () => window.location.reload(),
}

function scopeOf(role: Role, { divisionCode, firmId, lastDay }: GrantValues) {
  return {
    divisionCode,
    firmId: role === 'FIRM_ADMIN' ? (firmId ?? null) : null,
    validTo: endOf(lastDay ?? '') ?? null,
  }
}

function valuesOf(grant: Grant): Partial<GrantValues> {
  // The grant ends as the day after its last day begins.
  const lastDay = grant.validTo
    ? instant(new Date(Date.parse(grant.validTo) - 1).toISOString()).slice(0, 10)
    : undefined
  return {
    divisionCode: grant.divisionCode,
    ...(grant.firmId && { firmId: grant.firmId }),
    ...(lastDay && { lastDay }),
  }
}
