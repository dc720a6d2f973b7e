import { plainReason } from '@sitai/rules/reason'
import { Input, Modal } from 'antd'
import { useState } from 'react'

import { ActButton } from '../ActButton.tsx'
import { ActDialog } from '../ActDialog.tsx'
import { client } from '../apollo.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { Field } from '../ui/Field.tsx'
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
    refusals { act message }
  }
`)

const UpdateAccount = graphql(`
  mutation UpdateAccount($input: UpdateAccountInput!) { updateAccount(input: $input) { ...Refused } }
`)

const DisableAccount = graphql(`
  mutation DisableAccount($input: DisableAccountInput!) { disableAccount(input: $input) { ...Refused } }
`)

const EnableAccount = graphql(`
  mutation EnableAccount($input: EnableAccountInput!) { enableAccount(input: $input) { ...Refused } }
`)

const UnlockAccount = graphql(`
  mutation UnlockAccount($input: UnlockAccountInput!) { unlockAccount(input: $input) { ...Refused } }
`)

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) { ...Refused ... on NewPassword { ...PasswordSlips_slips } }
  }
`)

interface Names {
  displayName: string
  userName: string
}

/** What an admin can do with an account; each button says why not when it may not be pressed. */
export function AccountActs(props: { account: FragmentType<typeof AccountActsAccount> }) {
  const account = readFragment(AccountActsAccount, props.account)
  const [slip, setSlip] = useState<Parameters<typeof PasswordSlips>[0]['slips'][number] | null>(null)
  const key = { accountId: account.id, expectedVersion: account.version }

  // Only now: nothing may come between the admin and a password that is shown once.
  const done = () => {
    setSlip(null)
    void client.refetchQueries({ include: 'active' })
  }

  return (
    <>
      <ActDialog
        act={UpdateAccount}
        on={account}
        label="修改"
        title="修改账号"
        formLabel="修改账号"
        submitLabel="保存"
        initialValues={{ displayName: account.displayName, userName: account.userName }}
        input={(values: Names) => ({ ...key, ...values })}
        onReload={() => window.location.reload()}
        toast="已保存"
      >
        <Field<Names> name="displayName" label="姓名" required>
          <Input maxLength={30} />
        </Field>
        <Field<Names> name="userName" label="登录名" hint="改后须用新的登录名登录。" required>
          <Input maxLength={40} autoCapitalize="none" spellCheck={false} />
        </Field>
      </ActDialog>
      {account.isLocked && (
        <ActButton
          act={UnlockAccount}
          input={() => ({ accountId: account.id })}
          label="解除锁定"
          on={account}
          question={`解除${account.displayName}的锁定？`}
          consequence="解除后可以马上再登录。请先确认是本人输错了密码。"
          toast="已解除锁定"
        />
      )}
      <ActButton
        act={ResetPassword}
        input={() => ({ accountId: account.id })}
        label="重置密码"
        on={account}
        question={`重置${account.displayName}的密码？`}
        consequence="旧密码作废，已登录的设备全部下线。新的初始密码只显示一次。"
        refetch={[]}
        onDone={setSlip}
      />
      {account.status === 'ACTIVE' ? (
        <ActButton
          act={DisableAccount}
          input={(reason) => ({ ...key, reason })}
          label="停用账号"
          danger
          on={account}
          question={`停用${account.displayName}的账号？`}
          consequence="停用后不能登录，已登录的设备当场下线。以后可以再启用。"
          confirmLabel="停用"
          reason={plainReason}
          toast="账号已停用"
        />
      ) : (
        <ActButton
          act={EnableAccount}
          input={() => key}
          label="启用账号"
          on={account}
          question={`启用${account.displayName}的账号？`}
          consequence="启用后可用原来的密码登录，授权照旧。"
          confirmLabel="启用"
          toast="账号已启用"
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
