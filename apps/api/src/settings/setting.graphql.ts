import { act } from '../acts/act.ts'
import { seen } from '../acts/actInputs.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { changeSetting, resetSetting, settingFaces, type SettingFace } from './change.ts'

const SettingRef = builder.objectRef<SettingFace>('Setting').implement({
  description: '一项参数：规则里的一个数',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.exposeString('label', { description: '名称' }),
    group: t.exposeString('group', { description: '分组' }),
    unit: t.exposeString('unit', { description: '单位；空为没有' }),
    help: t.exposeString('help', { description: '它管什么，出自哪条规则' }),
    min: t.exposeInt('min'),
    max: t.exposeInt('max'),
    default: t.exposeInt('default', { description: '默认值' }),
    value: t.exposeInt('value', { description: '现在的值' }),
    inherited: t.exposeInt('inherited', { description: '本局不设时的值：上级的，否则默认值' }),
    isOwn: t.exposeBoolean('isOwn', { description: '本局设过' }),
    version: t.exposeInt('version', { description: '0 为本局没有设过' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.queryField('settings', (t) =>
  t.field({
    type: [SettingRef],
    description: '本局的全部参数',
    authScopes: { may: 'setting:read' },
    resolve: (_root, _args, context) => settingFaces(viewerOf(context).divisionCode),
  }),
)

act('changeSetting', {
  type: SettingRef,
  description: '修改参数',
  may: 'setting:write',
  input: (t) => ({
    key: t.string({ required: true }),
    value: t.int({ required: true, description: '新的值' }),
    ...seen(t),
    reason: t.string({ description: '理由，记入操作日志' }),
  }),
  run: changeSetting,
})

act('resetSetting', {
  type: SettingRef,
  description: '恢复参数的默认值',
  may: 'setting:write',
  input: (t) => ({ key: t.string({ required: true }), ...seen(t) }),
  run: resetSetting,
})
