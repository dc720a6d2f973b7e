import { log } from './log.ts'

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
  const stack =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
      : []
  log.error({ job: name, name: error instanceof Error ? error.name : 'unknown', stack }, 'a job failed')
}

/** Resolves when everything asked for so far is done; for a stop that waits, and for tests. */
export function jobsDone(): Promise<void> {
  return last
}
