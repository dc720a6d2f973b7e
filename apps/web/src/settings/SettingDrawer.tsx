import { Input } from 'antd'

import type { SettingsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { useToast } from '../ui/toast.tsx'

const ChangeSetting = graphql(`
  mutation ChangeSetting($input: ChangeSettingInput!) {
    changeSetting(input: $input) {
      ...Refused
      ... on Setting {
        key
        value
      }
    }
  }
`)

const ResetSetting = graphql(`
  mutation ResetSetting($input: ResetSettingInput!) {
    resetSetting(input: $input) {
      ...Refused
      ... on Setting {
        key
        value
      }
    }
  }
`)

const refetch = ['SettingsPage', 'ChangeHistory']

interface Values {
  value: number
  reason?: string
}

interface SettingDrawerProps {
  setting: Data['settings'][number] | null
  mayWrite: boolean
  onClose: () => void
}

/** One setting: its bounds, its value, the way back to the default. */
export function SettingDrawer({ setting, mayWrite, onClose }: SettingDrawerProps) {
  const toast = useToast()
  const [change, changing] = useAct(ChangeSetting, { refetch })
  const [reset, resetting] = useAct(ResetSetting, { refetch })
  if (!setting)
    return (
      <DetailDrawer open={false} title="" onClose={onClose}>
        {null}
      </DetailDrawer>
    )
  const key = { key: setting.key, expectedVersion: setting.version }

  const save = async ({ value, reason }: Values) => {
    if (!(await change({ input: { ...key, value, reason: reason ?? null } }))) return
    toast.success('已保存，立即生效')
    onClose()
  }
  const restore = async () => {
    const done = await reset({ input: key })
    if (done) {
      toast.success('已恢复默认值')
      onClose()
    }
    return done
  }

  return (
    <DetailDrawer open title={setting.label} onClose={onClose}>
      <p>{setting.help}</p>
      <Facts
        facts={[
          { label: '默认值', value: `${setting.inherited} ${setting.unit}` },
          { label: '允许的范围', value: `${setting.min} 至 ${setting.max} ${setting.unit}` },
          { label: '现在的值', value: `${setting.value} ${setting.unit}${setting.isOwn ? '（本局设定）' : ''}` },
        ]}
      />
      {mayWrite && (
        <div style={{ display: 'grid', marginTop: 20, gap: 12, justifyItems: 'start' }}>
          <Form<Values>
            key={setting.version}
            label={`修改${setting.label}`}
            submitLabel="保存"
            {...changing}
            initialValues={{ value: setting.value }}
            onSubmit={save}
            onCancel={onClose}
            onReload={() => window.location.reload()}
          >
            <Field<Values> name="value" label="新的值" required>
              <NumberInput unit={setting.unit} />
            </Field>
            <Field<Values> name="reason" label="修改的理由">
              <Input maxLength={200} />
            </Field>
          </Form>
          {setting.isOwn && (
            <ConfirmButton
              label={`恢复默认值 ${setting.inherited} ${setting.unit}`}
              refusal={null}
              question={`把“${setting.label}”恢复成默认值？`}
              consequence={`恢复后为 ${setting.inherited} ${setting.unit}，立即生效。`}
              confirmLabel="恢复默认值"
              act={resetting}
              onConfirm={restore}
            />
          )}
        </div>
      )}
    </DetailDrawer>
  )
}
