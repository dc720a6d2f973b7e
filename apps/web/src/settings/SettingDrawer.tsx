import { Input } from 'antd'

import type { SettingsPageQuery as Data } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { ActForm } from '../ActForm.tsx'
import { graphql } from '../graphql.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'

const ChangeSetting = graphql(`
  mutation ChangeSetting($input: ChangeSettingInput!) { changeSetting(input: $input) { ...Refused } }
`)

const ResetSetting = graphql(`
  mutation ResetSetting($input: ResetSettingInput!) { resetSetting(input: $input) { ...Refused } }
`)

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
  if (!setting)
    return (
      <DetailDrawer open={false} title="" onClose={onClose}>
        {null}
      </DetailDrawer>
    )
  const key = { key: setting.key, expectedVersion: setting.version }

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
          <ActForm
            act={ChangeSetting}
            key={setting.version}
            label={`修改${setting.label}`}
            submitLabel="保存"
            initialValues={{ value: setting.value }}
            input={({ value, reason }: Values) => ({ ...key, value, reason: reason ?? null })}
            onCancel={onClose}
            onDone={onClose}
            toast="已保存，立即生效"
            onReload={() => window.location.reload()}
          >
            <Field<Values> name="value" label="新的值" required>
              <NumberInput unit={setting.unit} />
            </Field>
            <Field<Values> name="reason" label="修改的理由">
              <Input maxLength={200} />
            </Field>
          </ActForm>
          {setting.isOwn && (
            <ActButton
              act={ResetSetting}
              input={() => key}
              label={`恢复默认值 ${setting.inherited} ${setting.unit}`}
              question={`把“${setting.label}”恢复成默认值？`}
              consequence={`恢复后为 ${setting.inherited} ${setting.unit}，立即生效。`}
              confirmLabel="恢复默认值"
              toast="已恢复默认值"
              onDone={onClose}
            />
          )}
        </div>
      )}
    </DetailDrawer>
  )
}
