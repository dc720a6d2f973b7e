/** A number of places and a line before them. */
export interface Turnstile {
  /** Waits for a place; answers how to give it back, which may be called more than once. */
  enter(): Promise<() => void>
  /** Works in a place. */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Lets so many in at once and keeps the others in line, first come first served. In front of the connection pool it
 * makes a crowd wait where waiting costs nothing and has no time-out, instead of for a connection.
 */
export function turnstile(places: number): Turnstile {
  const line: (() => void)[] = []
  let inside = 0
  const leave = () => {
    // Whoever is next takes over the place; nobody can slip in between.
    const next = line.shift()
    if (next) next()
    else inside--
  }
  const enter = async () => {
    if (inside < places) inside++
    else await new Promise<void>((admit) => line.push(admit))
    let here = true
    return () => {
      if (here) leave()
      here = false
    }
  }
  const pass = async <T>(work: () => Promise<T>) => {
    const done = await enter()
    try {
      return await work()
    } finally {
      done()
    }
  }
  return { enter, pass }
}
