/** Every text in an answer of GraphQL with the name it was asked by: what tests fill into addresses. */
export function textsIn(answer: unknown): (readonly [name: string, text: string])[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[name, value] as const] : textsIn(value),
  )
}

/** An address with its examples filled in. */
export function fillIn(path: string, examples: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_all, name: string) => examples[name] ?? `no-${name}`)
}
