import { plainReason } from '@sitai/rules/reason'
import { Modal } from 'antd'
import { useState } from 'react'

import type { AccountGrants_AccountFragment as Facts, Role } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Form } from '../ui/Form.tsx'
import { endOf, instant } from '../instant.ts'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { Section } from '../ui/Section.tsx'
import { useToast } from '../ui/toast.tsx'
import { GrantFields, type GrantValues } from './GrantFields.tsx'

const AccountGrantsAccount = graphql(`
  fragment AccountGrants_account on Account {
    id
    displayName
    practitionerName
    addGrantRefusal
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
      endRefusal
      changeRefusal
    }
  }
`)

const AddGrant = graphql(`
  mutation AddGrant($input: AddGrantInput!) {
    addGrant(input: $input) {
      ...Refused
      ... on Account {
        id
      }
    }
  }
`)

const ChangeGrant = graphql(`
  mutation ChangeGrant($input: ChangeGrantInput!) {
    changeGrant(input: $input) {
      ...Refused
      ... on Account {
        id
      }
    }
  }
`)

const EndGrant = graphql(`
  mutation EndGrant($input: EndGrantInput!) {
    endGrant(input: $input) {
      ...Refused
      ... on Account {
        id
      }
    }
  }
`)

const refetch = ['AccountPage', 'ChangeHistory']

type Grant = Facts['grants'][number]
type Choices = Parameters<typeof GrantFields>[0]['choices']

interface AccountGrantsProps {
  account: FragmentType<typeof AccountGrantsAccount>
  choices: Choices
}

/** The grants of an account, ended ones too: add, change the scope, end. */
export function AccountGrants(props: AccountGrantsProps) {
  const account = readFragment(AccountGrantsAccount, props.account)
  const toast = useToast()
  const [edited, setEdited] = useState<Grant | 'new' | null>(null)
  const [endGrant, ending] = useAct(EndGrant, { refetch })
  const end = async (grant: Grant, reason: string) => {
    const done = await endGrant({ input: { grantId: grant.id, reason } })
    if (done) toast.success('授权已终止，立即生效')
    return done
  }
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
            <RefusableButton size="small" refusal={it.changeRefusal} onClick={() => setEdited(it)}>
              改范围
            </RefusableButton>{' '}
            <ConfirmButton
              label="终止"
              danger
              refusal={it.endRefusal}
              question={`终止${account.displayName}的“${it.roleLabel}”授权？`}
              consequence="立即生效：对方的下一步操作就不再有这项权限。终止后不能恢复，可以重新授权。"
              confirmLabel="终止授权"
              reason={plainReason}
              act={ending}
              onConfirm={(reason) => end(it, reason)}
              button={{ size: 'small' }}
            />
          </>
        ),
    },
  ]
  return (
    <Section
      title="授权"
      actions={
        <RefusableButton refusal={account.addGrantRefusal} onClick={() => setEdited('new')}>
          增加授权
        </RefusableButton>
      }
    >
      <DataTable
        label="授权"
        columns={columns}
        rows={account.grants}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title="还没有授权，不能登录。" />}
      />
      <Modal
        open={edited !== null}
        title={edited === 'new' ? '增加授权' : '修改授权的范围和期限'}
        footer={null}
        onCancel={() => setEdited(null)}
        destroyOnHidden
      >
        {edited && (
          <GrantForm
            accountId={account.id}
            grant={edited === 'new' ? null : edited}
            choices={props.choices}
            forPractitioner={Boolean(account.practitionerName)}
            onDone={() => setEdited(null)}
          />
        )}
      </Modal>
    </Section>
  )
}

interface GrantFormProps {
  accountId: string
  grant: Grant | null
  choices: Choices
  forPractitioner: boolean
  onDone: () => void
}

function GrantForm({ accountId, grant, choices, forPractitioner, onDone }: GrantFormProps) {
  const toast = useToast()
  const [addGrant, adding] = useAct(AddGrant, { refetch })
  const [changeGrant, changing] = useAct(ChangeGrant, { refetch })
  const save = async ({ role, divisionCode, firmId, lastDay }: GrantValues) => {
    const kept: Role = grant?.role ?? role
    const scope = {
      divisionCode,
      firmId: kept === 'FIRM_ADMIN' ? (firmId ?? null) : null,
      validTo: endOf(lastDay ?? '') ?? null,
    }
    const done = grant
      ? await changeGrant({ input: { grantId: grant.id, expectedVersion: grant.version, ...scope } })
      : await addGrant({ input: { accountId, grant: { role, ...scope } } })
    if (!done) return
    toast.success('已保存，立即生效')
    onDone()
  }
  return (
    <Form<GrantValues>
      label="授权"
      submitLabel="保存"
      {...(grant ? changing : adding)}
      initialValues={grant ? valuesOf(grant) : {}}
      onSubmit={save}
      onCancel={onDone}
      onReload={() => window.location.reload()}
    >
      <GrantFields choices={choices} forPractitioner={forPractitioner} {...(grant && { fixedRole: grant.role })} />
    </Form>
  )
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
