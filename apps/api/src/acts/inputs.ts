import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/**
 * The input as the rules clean it, or the Refusal of its first problem, at the field it speaks of. Acts call it, so
 * that whoever calls an act (the API, an import, a job) is checked alike.
 */
export function checkedInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal('INVALID', issue?.message ?? '输入有误。', (issue?.path ?? []).map(String))
}

/** The values that are there: what is undefined stays as it is. */
export function present<T extends object>(values: T): Partial<T> {
  const kept: Partial<T> = { ...values }
  for (const key of keysOf(kept)) if (kept[key] === undefined) delete kept[key]
  return kept
}

function keysOf<T extends object>(values: T): (keyof T)[] {
  const keys: (keyof T)[] = []
  for (const key in values) keys.push(key)
  return keys
}
