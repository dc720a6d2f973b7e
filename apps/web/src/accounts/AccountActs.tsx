import { plainReason } from '@sitai/rules/reason'
import { Input, Modal } from 'antd'
import { useState } from 'react'

import { useAct } from '../act.ts'
import { client } from '../apollo.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { useToast } from '../ui/toast.tsx'
import slipStyles from './PasswordSlips.module.css'
import { PasswordSlips } from './PasswordSlips.tsx'

const AccountActsAccount = graphql(`
  fragment AccountActs_account on Account {
    id
    version
    userName
    displayName
    status
    isLocked
    manageRefusal
    disableRefusal
    resetRefusal
  }
`)

const UpdateAccount = graphql(`
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      ...Refused
      ... on Account {
        ...AccountActs_account
      }
    }
  }
`)

const DisableAccount = graphql(`
  mutation DisableAccount($input: DisableAccountInput!) {
    disableAccount(input: $input) {
      ...Refused
      ... on Account {
        ...AccountActs_account
      }
    }
  }
`)

const EnableAccount = graphql(`
  mutation EnableAccount($input: EnableAccountInput!) {
    enableAccount(input: $input) {
      ...Refused
      ... on Account {
        ...AccountActs_account
      }
    }
  }
`)

const UnlockAccount = graphql(`
  mutation UnlockAccount($input: UnlockAccountInput!) {
    unlockAccount(input: $input) {
      ...Refused
      ... on Account {
        ...AccountActs_account
      }
    }
  }
`)

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ...Refused
      ... on NewPassword {
        ...PasswordSlips_slips
      }
    }
  }
`)

/** Queries that an act on an account changes. */
const refetch = ['AccountPage', 'ChangeHistory']

/** What an admin can do with an account; each button says why not when it may not be pressed. */
export function AccountActs(props: { account: FragmentType<typeof AccountActsAccount> }) {
  const account = readFragment(AccountActsAccount, props.account)
  const toast = useToast()
  const [disable, disabling] = useAct(DisableAccount, { refetch })
  const [enable, enabling] = useAct(EnableAccount, { refetch })
  const [unlock, unlocking] = useAct(UnlockAccount, { refetch })
  const [reset, resetting] = useAct(ResetPassword)
  const [slip, setSlip] = useState<Parameters<typeof PasswordSlips>[0]['slips'][number] | null>(null)
  const key = { accountId: account.id, expectedVersion: account.version }

  const said = async (done: Promise<unknown>, words: string) => {
    const result = await done
    if (result) toast.success(words)
    return result
  }
  const resetNow = async () => {
    const done = await reset({ input: { accountId: account.id } })
    if (done) setSlip(done)
    return done
  }
  // Only now: nothing may come between the admin and a password that is shown once.
  const done = () => {
    setSlip(null)
    void client.refetchQueries({ include: refetch })
  }

  return (
    <>
      <EditAccount account={account} />
      {account.isLocked && (
        <ConfirmButton
          label="解除锁定"
          refusal={account.manageRefusal}
          question={`解除${account.displayName}的锁定？`}
          consequence="解除后可以马上再登录。请先确认是本人输错了密码。"
          confirmLabel="解除锁定"
          act={unlocking}
          onConfirm={() => said(unlock({ input: { accountId: account.id } }), '已解除锁定')}
        />
      )}
      <ConfirmButton
        label="重置密码"
        refusal={account.resetRefusal}
        question={`重置${account.displayName}的密码？`}
        consequence="旧密码作废，已登录的设备全部下线。新的初始密码只显示一次。"
        confirmLabel="重置密码"
        act={resetting}
        onConfirm={resetNow}
      />
      {account.status === 'ACTIVE' ? (
        <ConfirmButton
          label="停用账号"
          danger
          refusal={account.disableRefusal}
          question={`停用${account.displayName}的账号？`}
          consequence="停用后不能登录，已登录的设备当场下线。以后可以再启用。"
          confirmLabel="停用"
          reason={plainReason}
          act={disabling}
          onConfirm={(reason) => said(disable({ input: { ...key, reason } }), '账号已停用')}
        />
      ) : (
        <ConfirmButton
          label="启用账号"
          refusal={account.manageRefusal}
          question={`启用${account.displayName}的账号？`}
          consequence="启用后可用原来的密码登录，授权照旧。"
          confirmLabel="启用"
          act={enabling}
          onConfirm={() => said(enable({ input: key }), '账号已启用')}
        />
      )}
      <Modal
        open={slip !== null}
        title="新的初始密码"
        footer={null}
        closable={false}
        mask={{ closable: false }}
        rootClassName={slipStyles['dialog'] ?? ''}
        destroyOnHidden
      >
        {slip && <PasswordSlips slips={[slip]} onDone={done} />}
      </Modal>
    </>
  )
}

interface Names {
  displayName: string
  userName: string
}

function EditAccount({ account }: { account: Names & { id: string; version: number; manageRefusal?: string | null } }) {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const [update, updating] = useAct(UpdateAccount, { refetch })
  const save = async ({ displayName, userName }: Names) => {
    const done = await update({
      input: { accountId: account.id, expectedVersion: account.version, displayName, userName },
    })
    if (!done) return
    toast.success('已保存')
    setOpen(false)
  }
  return (
    <>
      <RefusableButton refusal={account.manageRefusal} onClick={() => setOpen(true)}>
        修改
      </RefusableButton>
      <Modal open={open} title="修改账号" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Form<Names>
          label="修改账号"
          submitLabel="保存"
          {...updating}
          initialValues={{ displayName: account.displayName, userName: account.userName }}
          onSubmit={save}
          onCancel={() => setOpen(false)}
          onReload={() => window.location.reload()}
        >
          <Field<Names> name="displayName" label="姓名" required>
            <Input maxLength={30} />
          </Field>
          <Field<Names> name="userName" label="登录名" hint="改后须用新的登录名登录。" required>
            <Input maxLength={40} autoCapitalize="none" spellCheck={false} />
          </Field>
        </Form>
      </Modal>
    </>
  )
}
