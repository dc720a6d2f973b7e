import { createHash } from 'node:crypto'

/** The names of the statements each connection keeps prepared; beyond so many, a statement is sent as it is. */
const names = new Map<string, string>()
const mostNames = 1000

/** The name under which a connection keeps this statement prepared; undefined when it keeps enough. */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}
