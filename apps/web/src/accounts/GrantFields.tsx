import { roleHelp, roles } from '@sitai/rules/account'
import { Form as AntForm, Select } from 'antd'

import type { Role } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'

const GrantFieldsChoices = graphql(`
  fragment GrantFields_choices on ScopeChoices {
    roles
    places {
      code
      name
    }
    firms {
      firmId
      name
      divisionCode
    }
  }
`)

/** What the form of a grant holds. */
export interface GrantValues {
  role: Role
  divisionCode: string
  firmId?: string
  /** The last day it holds. */
  lastDay?: string
}

interface GrantFieldsProps {
  choices: FragmentType<typeof GrantFieldsChoices>
  /** Whether the role can be chosen; a grant keeps the role it was given. */
  fixedRole?: Role
  /** Whether the account belongs to a practitioner: only then may it act as a lawyer. */
  forPractitioner: boolean
}

/** The inputs of a grant: which role, where, for which firm, until when. They stand inside a `Form`. */
export function GrantFields(props: GrantFieldsProps) {
  const choices = readFragment(GrantFieldsChoices, props.choices)
  const chosen: unknown = AntForm.useWatch('role')
  const place: unknown = AntForm.useWatch('divisionCode')
  const role = props.fixedRole ?? roles.find(({ code }) => code === chosen)?.code
  const open = roles.filter(({ code }) => choices.roles.includes(code) && (code !== 'LAWYER' || props.forPractitioner))
  const firms = choices.firms.filter((it) => typeof place !== 'string' || it.divisionCode.startsWith(place))
  return (
    <>
      {!props.fixedRole && (
        <Field<GrantValues>
          name="role"
          label="角色"
          hint={role ? roleHelp[role] : '选定后会说明这个角色能做什么。'}
          required
        >
          <Select options={open.map(({ code, label }) => ({ value: code, label }))} />
        </Field>
      )}
      <Field<GrantValues> name="divisionCode" label="区划" hint="不超出您自己的管辖范围。" required>
        <Select options={choices.places.map(({ code, name }) => ({ value: code, label: name }))} />
      </Field>
      {role === 'FIRM_ADMIN' && (
        <Field<GrantValues> name="firmId" label="所管机构" required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={firms.map((it) => ({ value: it.firmId, label: it.name }))}
          />
        </Field>
      )}
      <Field<GrantValues> name="lastDay" label="有效期至" hint="这一天过完就失效；不填为长期。">
        <DateInput />
      </Field>
    </>
  )
}
