import type { ObjectRef } from '@pothos/core'
import { type BuilderTypes, builder } from '../graphql/builder.ts'
import { notFound } from './refusal.ts'

export type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

/** Which record, and which version of it the user has seen; for inputs that say more. */
export function which<Shape>(t: InputFields, type: ObjectRef<BuilderTypes, Shape>) {
  return { id: t.globalID({ for: [type], required: true }), ...seen(t) }
}

/** The version that the user has seen: whoever changed it meanwhile is not written over. */
export function seen(t: InputFields) {
  return { expectedVersion: t.int({ required: true, description: '打开时的版本' }) }
}

/** Why; kept in the operation log. */
export function withReason(t: InputFields) {
  return { reason: t.string({ required: true, description: '理由，记入操作日志' }) }
}

/** Makes an act that is sent twice happen once. */
export function once(t: InputFields) {
  return { idempotencyKey: t.string({ required: true, description: '请求编号，重发不重办' }) }
}

/** What most acts on a record are told: which, and the version seen. */
export const WhichInput = builder.inputType('WhichInput', {
  description: '办理哪一条',
  fields: (t) => ({ id: t.globalID({ required: true }), ...seen(t) }),
})

export const WhichAndReasonInput = builder.inputType('WhichAndReasonInput', {
  description: '办理哪一条，及理由',
  fields: (t) => ({ id: t.globalID({ required: true }), ...seen(t), ...withReason(t) }),
})

/** A shared input may name any record: refuses an id that is of another type than the act is about. */
export function checkType(taken: unknown, type: ObjectRef<BuilderTypes, unknown>, input: unknown): void {
  if (taken !== WhichInput && taken !== WhichAndReasonInput) return
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  const typename = typeof id === 'object' && id !== null && 'typename' in id ? id.typename : null
  if (typename !== type.name) throw notFound('条记录')
}
