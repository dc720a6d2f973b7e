import type { Viewer } from '../../access/viewer.ts'

/** An answer as it is sent; compressed when it was first asked for so. */
export interface Answer {
  readonly bytes: Buffer
  zipped?: Buffer
  /** The Set-Cookie header that goes with it. */
  readonly cookie?: string
  /** Whether it says that the database is away, which goes with 503. */
  readonly isAway?: boolean
}

/** Answers are kept for so long at most: what depends on the clock is never older. */
const longest = 5000
/** The most bytes kept. */
const most = 16_000_000

let snapshot = ''
let begun = 0
let size = 0
let answers = new Map<string, Answer>()

/**
 * The answer that this viewer was given to the same question, if nothing has been written since, by whomever: the
 * database names its state by the transactions that have ended (`pg_current_snapshot`), and every request asks for it
 * with the session. Any write anywhere empties the memory.
 */
export function remembered(question: string, seen: string): Answer | undefined {
  if (snapshot !== seen || performance.now() - begun > longest) {
    snapshot = seen
    begun = performance.now()
    size = 0
    answers = new Map()
  }
  return answers.get(question)
}

/**
 * Keeps an answer that was read after `seen` was the state of the data. If a write ended in between, the next request
 * sees another state and finds nothing here.
 */
export function remember(question: string, seen: string, answer: Answer): void {
  if (snapshot !== seen || size + answer.bytes.length > most) return
  size += answer.bytes.length
  answers.set(question, answer)
}

/** What an answer may depend on: who asks, in which session, what, with which variables. */
export function questionOf(viewer: Viewer, documentId: string, variables: object): string {
  const { requestId: _, ip: _ip, ...who } = viewer
  return JSON.stringify([who, documentId, variables])
}
