/** A number of permits and the line of those who wait for one. */
export interface Semaphore {
  /** Waits for a permit; answers how to give it back, which may be called more than once. */
  acquire(): Promise<() => void>
  /** Works under a permit. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Lets so many in at once and keeps the others in line, first come first served. In front of the connection pool it
 * makes a rush wait where waiting costs nothing and has no time-out, instead of for a connection.
 */
export function semaphore(permits: number): Semaphore {
  const line: (() => void)[] = []
  let taken = 0
  const release = () => {
    // Whoever is next takes over the permit; nobody can slip in between.
    const next = line.shift()
    if (next) next()
    else taken--
  }
  const acquire = async () => {
    if (taken < permits) taken++
    else await new Promise<void>((admit) => line.push(admit))
    let held = true
    return () => {
      if (held) release()
      held = false
    }
  }
  const run = async <T>(work: () => Promise<T>) => {
    const done = await acquire()
    try {
      return await work()
    } finally {
      done()
    }
  }
  return { acquire, run }
}
