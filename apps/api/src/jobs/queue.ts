import { log, traceOf } from '../log.ts'

/**
 * Work that outlives its request: one at a time, in this process (docs/decisions tells why no job server). A job writes
 * its own end into the database; what a stop cuts off is found and set right by `recover…` at the next start.
 */
let last: Promise<void> = Promise.resolve()

export function runLater(name: string, job: () => Promise<void>): void {
  last = last.then(job).catch((error: unknown) => logFailure(name, error))
}

/** Says that a job failed and where, without the data it failed on. */
export function logFailure(name: string, error: unknown): void {
  log.error({ job: name, ...traceOf(error) }, 'a job failed')
}

/** Resolves when everything asked for so far is done; for a stop that waits, and for tests. */
export function jobsDone(): Promise<void> {
  return last
}
