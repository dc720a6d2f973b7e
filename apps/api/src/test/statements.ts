import { watchStatements } from '@sitai/db/statements'
import type { Viewer } from '../viewer.ts'
import { askWell } from './ask.ts'
import type { World } from './given.ts'

/**
 * One row of the table of statements: an operation of the web and how many SQL statements it may take. A slice writes
 * its rows into `<noun>.statements.ts`; `statements.test.ts` finds them, and asks in a world that holds several of
 * everything, so that a statement per row shows.
 */
export interface StatementRow {
  /** The operation as the web names it. */
  readonly name: string
  readonly document: string
  readonly variables: (world: World) => Promise<Record<string, unknown>> | Record<string, unknown>
  /** Things the operation counts more of than the usual crowd: visits, logs. */
  readonly prepare?: (world: World) => Promise<unknown>
  /** Who asks; the bureau's admin unless said. */
  readonly as?: (world: World) => Viewer
  /** Exactly so many statements, those that begin or end a transaction left out. */
  readonly count: number
}

/** The statements an operation sends, in order. */
export async function statementsOf(
  viewer: Viewer,
  document: string,
  variables: Record<string, unknown>,
): Promise<readonly string[]> {
  const watch = watchStatements()
  try {
    await askWell(viewer, document, variables)
    return [...watch.texts]
  } finally {
    watch.stop()
  }
}
