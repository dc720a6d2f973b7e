import { builder } from '../graphql/builder.ts'
import type { ActRefusal } from './refusals.ts'

const ActRefusalRef = builder.objectRef<ActRefusal>('ActRefusal').implement({
  description: '现在不能办的一件事及其原因',
  fields: (t) => ({
    act: t.exposeString('act', { description: '办理的名称，如 cancelVisit' }),
    message: t.exposeString('message', { description: '原因，中文，可直接显示' }),
  }),
})

const list: [typeof ActRefusalRef] = [ActRefusalRef]

/** Type and words of the field `refusals` that each type with acts has; the table is beside the type. */
export const refusalsField = { type: list, description: '您现在不能对它办的事；没有列出的可以办' }
