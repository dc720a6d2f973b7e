import { graveReason } from '@sitai/rules/reason'
import { builder } from '../graphql/builder.ts'
import { CommunityRef } from '../communities/community.graphql.ts'
import { viewerOf } from '../graphql/context.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { revealSensitive } from './sensitive.ts'

const SensitiveField = builder.enumType('SensitiveField', {
  description: '敏感信息',
  values: { PHONE: { description: '电话号码' }, ID_NO: { description: '身份证号码' } } as const,
})

const RevealSensitiveInput = builder.inputType('RevealSensitiveInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PractitionerRef, CommunityRef], required: true, description: '执业人员或社区' }),
    field: t.field({ type: SensitiveField, required: true }),
    reason: t.string({ required: true, description: `查看原因，${graveReason.hint}，记入操作日志` }),
  }),
})

const RevealedValue = builder.objectRef<{ value: string; remaining: number }>('RevealedValue').implement({
  description: '完整号码；只在这一次应答里',
  fields: (t) => ({
    value: t.exposeString('value'),
    remaining: t.exposeInt('remaining', { description: '今天还可查看的次数' }),
  }),
})

builder.mutationField('revealSensitive', (t) =>
  t.field({
    type: RevealedValue,
    description: '查看完整的电话或身份证号码；每次查看连同原因记入操作日志',
    authScopes: { may: 'sensitive:reveal' },
    errors: {},
    args: { input: t.arg({ type: RevealSensitiveInput, required: true }) },
    resolve: (_root, { input }, context) => {
      const of = input.id.typename === 'Community' ? 'Community' : 'Practitioner'
      return revealSensitive(viewerOf(context), { ...input, of, id: input.id.id })
    },
  }),
)
