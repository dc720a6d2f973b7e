import type { FormSchema } from './Form.tsx'

interface Rules {
  readonly '~standard': {
    validate(value: unknown): Result | Promise<Result>
  }
}
type Result = { value: unknown; issues?: undefined } | { issues: readonly Issue[] }
type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined }

interface Differences<Values> {
  /** The form's values as the rules want them, where the two differ. */
  toRules?: (values: Values) => unknown
  /** What stays as the form has it, whatever the rules made of it. */
  keep?: readonly (keyof Values & string)[]
}

/**
 * The schema of a form that asks for more than the rules know: what the rules check comes back cleaned, the rest of the
 * form's values passes as it is.
 */
export function passing<Values extends object>(
  rules: Rules,
  { toRules, keep = [] }: Differences<Values> = {},
): FormSchema<Values> {
  const kept: readonly string[] = keep
  return {
    '~standard': {
      validate: async (values) => {
        if (!isForm<Values>(values)) return { issues: [{ message: '请填写表单' }] }
        const result = await rules['~standard'].validate(toRules ? toRules(values) : values)
        if (result.issues) return { issues: result.issues }
        const merged: Values = { ...values }
        for (const [key, value] of Object.entries(result.value ?? {}))
          if (!kept.includes(key)) Reflect.set(merged, key, value)
        return { value: merged }
      },
    },
  }
}

function isForm<Values extends object>(values: unknown): values is Values {
  return typeof values === 'object' && values !== null
}

/** Of a form's values those that are fields of the record, as an update: what was emptied becomes null, which clears it. */
export function emptied<Values extends object>(fields: object, values: Values): Partial<Values> {
  const sent: Partial<Values> = {}
  for (const key of Object.keys(fields)) {
    const value: unknown = Reflect.get(values, key)
    Reflect.set(sent, key, value === undefined || value === '' ? null : value)
  }
  return sent
}

/** Those fields of an update that the viewer may change; all when nothing is said of it. */
export function editableOf<Fields extends object>(sent: Fields, editable?: readonly string[]): Fields {
  const kept: Fields = { ...sent }
  if (editable) for (const key of Object.keys(kept)) if (!editable.includes(key)) Reflect.deleteProperty(kept, key)
  return kept
}
