import { useQuery } from '@apollo/client/react'
import { z } from 'zod/mini'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'

const PasswordRules = graphql(`
  query PasswordRules {
    viewer {
      passwordHint
    }
  }
`)

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { ...Refused ... on Viewer { account { id mustChangePassword } } }
  }
`)

/** Only what the server can't know is checked here: that the same new password was typed twice. */
const Passwords = z
  .object({ currentPassword: z.string(), newPassword: z.string(), again: z.string() })
  .check(
    z.refine(({ newPassword, again }) => newPassword === again, { path: ['again'], error: '两次输入的新密码不一致' }),
  )
type Passwords = z.infer<typeof Passwords>

interface ChangePasswordFormProps {
  currentLabel: string
  submitLabel: string
  onDone: () => unknown
}

export function ChangePasswordForm({ currentLabel, submitLabel, onDone }: ChangePasswordFormProps) {
  const rules = useQuery(PasswordRules).data?.viewer
  const [changePassword, changing] = useAct(ChangePassword)

  const submit = async ({ currentPassword, newPassword }: Passwords) => {
    if (await changePassword({ input: { currentPassword, newPassword } })) await onDone()
  }

  return (
    <Form<Passwords> label="修改密码" submitLabel={submitLabel} {...changing} schema={Passwords} onSubmit={submit}>
      <Field<Passwords> name="currentPassword" label={currentLabel} required>
        <PasswordInput autoComplete="current-password" />
      </Field>
      <Field<Passwords>
        name="newPassword"
        label="新密码"
        hint={rules && `${rules.passwordHint}；不要用姓名、单位名称或常见的词。`}
        required
      >
        <PasswordInput autoComplete="new-password" />
      </Field>
      <Field<Passwords> name="again" label="再输入一次新密码" missing="请再输入一次新密码" required>
        <PasswordInput autoComplete="new-password" />
      </Field>
    </Form>
  )
}
