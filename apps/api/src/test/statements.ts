import { watchStatements } from '@sitai/db/statements'
import { jobsDone } from '../jobs/queue.ts'
import type { Viewer } from '../access/viewer.ts'
import { askOnce } from './ask.ts'

/** The statements an operation sends, in order, those that begin or end a transaction left out; and what it answered. */
export async function statementsOf(
  viewer: Viewer | null,
  document: string,
  variables: Record<string, unknown>,
): Promise<{ readonly texts: readonly string[]; readonly answers: readonly unknown[] }> {
  // Nothing that an operation before this one left to be done may be counted.
  await jobsDone()
  const watch = watchStatements()
  try {
    const { data, codes } = await askOnce(viewer, document, variables)
    if (codes.length > 0) throw new Error(`Expected an answer, got ${codes.join(', ')}`)
    await jobsDone()
    return { texts: [...watch.texts], answers: Object.values(data) }
  } finally {
    watch.stop()
  }
}
