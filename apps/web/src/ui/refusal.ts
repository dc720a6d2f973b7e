/** Why the bureau will not do what was asked, as the API says it; `message` is shown as it is. */
export interface RefusalLike {
  code: string
  message: string
  /** Where in the input the reason lies, e.g. `['input', 'password']`; null or empty when it is no single field. */
  path: readonly string[] | null
}

/** The field of a form that a refusal speaks of, if it has that field. */
export function refusedField(refusal: RefusalLike, fields: readonly string[]): string | undefined {
  const given = refusal.path ?? []
  const path = given[0] === 'input' ? given.slice(1) : given
  return fields.find((it) => it === path[0])
}
