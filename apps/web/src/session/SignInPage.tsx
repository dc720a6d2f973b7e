import { Input } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'

import type { SignInInput } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { returnAddress } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { PasswordInput } from '../ui/PasswordInput.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Doorway } from './Doorway.tsx'
import styles from './Doorway.module.css'

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) { signIn(input: $input) { ...Refused } }
`)

export function SignInPage() {
  useTitle('登录')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const [signIn, signingIn] = useAct(SignIn)

  const submit = async (input: SignInInput) => {
    if (!(await signIn({ input }))) return
    await client.clearStore()
    await navigate(returnAddress(search), { replace: true })
  }

  return (
    <Doorway>
      {search.get('why') === 'ended' && (
        <p role="status" className={styles['ended']}>
          登录已失效，请重新登录；登录后回到刚才的页面。
        </p>
      )}
      <Form<SignInInput> label="登录" submitLabel="登录" {...signingIn} onSubmit={submit} wide>
        <Field<SignInInput> name="userName" label="登录名" required>
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={64} />
        </Field>
        <Field<SignInInput> name="password" label="密码" required>
          <PasswordInput autoComplete="current-password" />
        </Field>
      </Form>
    </Doorway>
  )
}
