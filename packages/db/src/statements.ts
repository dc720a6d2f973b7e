import pg from 'pg'

/** What one stretch of work sent to PostgreSQL. */
export interface Statements {
  /** The text of each statement, in order; what only opens or closes a transaction is left out. */
  readonly texts: readonly string[]
  stop(): void
}

const bracket = /^\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|DEALLOCATE|SET )/i

/** Writes down every statement of every pg connection of this process, until `stop()`. For tests. */
export function watchStatements(): Statements {
  const texts: string[] = []
  const original: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof original !== 'function') throw new Error('pg has no Client.query any more.')
  const watched = function (this: unknown, ...args: unknown[]): unknown {
    const text = textOf(args[0])
    if (text !== null && !bracket.test(text)) texts.push(text)
    return Reflect.apply(original, this, args)
  }
  Reflect.set(pg.Client.prototype, 'query', watched)
  return { texts, stop: () => void Reflect.set(pg.Client.prototype, 'query', original) }
}

function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query
  if (typeof query !== 'object' || query === null) return null
  const text: unknown = Reflect.get(query, 'text')
  return typeof text === 'string' ? text : null
}
