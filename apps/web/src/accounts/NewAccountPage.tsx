import { useReadQuery } from '@apollo/client/react'
import { accountInput } from '@sitai/rules/account'
import { Form as AntForm, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import { useAct } from '../act.ts'
import { client, preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { endOf } from '../instant.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { GrantFields, type GrantValues } from './GrantFields.tsx'
import { PasswordSlips } from './PasswordSlips.tsx'

const NewAccountPageQuery = graphql(`
  query NewAccountPage {
    scopeChoices {
      places {
        code
      }
      ...GrantFields_choices
    }
  }
`)

const SuggestUserName = graphql(`
  query SuggestUserName($displayName: String!) {
    userNameSuggestion(displayName: $displayName)
  }
`)

const CreateAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) { ...Refused ... on NewPassword { account { id } ...PasswordSlips_slips } }
  }
`)

interface Values extends GrantValues {
  displayName: string
  userName: string
}

type Slip = Parameters<typeof PasswordSlips>[0]['slips'][number]

export function loader(_args: LoaderFunctionArgs) {
  return preload(NewAccountPageQuery)
}

/** Opens an account and shows its initial password, once. */
export function NewAccountPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const navigate = useNavigate()
  const leaving = useLeaveGuard()
  const [createAccount, creating] = useAct(CreateAccount)
  const [made, setMade] = useState<{ id: string; slip: Slip } | null>(null)
  const [place] = data.scopeChoices.places

  const submit = async ({ displayName, userName, role, divisionCode, firmId, lastDay }: Values) => {
    const checked = accountInput.safeParse({ displayName, userName })
    const names = checked.success ? checked.data : { displayName, userName }
    const done = await createAccount({
      input: {
        ...names,
        grant: {
          role,
          divisionCode,
          firmId: role === 'FIRM_ADMIN' ? (firmId ?? null) : null,
          validTo: endOf(lastDay ?? '') ?? null,
        },
      },
    })
    if (done) setMade({ id: done.account.id, slip: done })
  }

  if (made) {
    return (
      <Page
        title="账号已开通"
        breadcrumb={[
          <Link key="accounts" to={paths.accounts()}>
            账号
          </Link>,
        ]}
      >
        <PasswordSlips slips={[made.slip]} onDone={() => void navigate(paths.account(made.id))} />
      </Page>
    )
  }
  return (
    <Page
      title="开通账号"
      width="form"
      breadcrumb={[
        <Link key="accounts" to={paths.accounts()}>
          账号
        </Link>,
      ]}
    >
      <Section title="给局里的人、律所管理员开通">
        <p>
          执业人员请用<Link to={paths.batchAccounts()}>为执业人员批量开通</Link>，账号会与其执业证号关联。
        </p>
        <Form<Values>
          label="开通账号"
          submitLabel="开通"
          {...creating}
          initialValues={place ? { divisionCode: place.code } : {}}
          onSubmit={submit}
          onDirty={leaving.setDirty}
          onCancel={() => void navigate(paths.accounts())}
        >
          <NameFields />
          <GrantFields choices={data.scopeChoices} forPractitioner={false} />
        </Form>
      </Section>
      {leaving.dialog}
    </Page>
  )
}

/** A log-in name for this person that nobody has yet; null when none is to be had: then one writes it oneself. */
async function suggestionFor(displayName: string): Promise<string | null> {
  try {
    const asked = { query: SuggestUserName, variables: { displayName }, fetchPolicy: 'network-only' } as const
    return (await client.query(asked)).data?.userNameSuggestion ?? null
  } catch {
    return null
  }
}

/** The name, and a log-in name that follows from it until it is typed over. */
function NameFields() {
  const form = AntForm.useFormInstance()
  const userName = useRef<InputRef>(null)
  const suggest = async () => {
    const displayName: unknown = form.getFieldValue('displayName')
    if (typeof displayName !== 'string' || displayName.trim() === '' || form.getFieldValue('userName')) return
    const suggestion = await suggestionFor(displayName)
    // Meanwhile another name may have been written, or a log-in name.
    if (!suggestion || form.getFieldValue('displayName') !== displayName || form.getFieldValue('userName')) return
    // Whoever is already in the field began on an empty one: what they type replaces the suggestion. In one go, so that
    // no key comes between filling and selecting.
    flushSync(() => form.setFieldValue('userName', suggestion))
    if (document.activeElement === userName.current?.input) userName.current?.select()
  }
  return (
    <>
      <Field<Values> name="displayName" label="姓名" required>
        <Input maxLength={30} autoComplete="off" onBlur={() => void suggest()} />
      </Field>
      <Field<Values> name="userName" label="登录名" hint="小写字母、数字，至少 3 个；默认用姓名的拼音。" required>
        <Input ref={userName} maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
    </>
  )
}
