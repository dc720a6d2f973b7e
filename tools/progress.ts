/** Says what happens, with the seconds since the start; while one thing takes long, a line every ten seconds shows life. */
export interface Say {
  (line: string): void
  /** No more signs of life: the work is done. */
  done(): void
}

export function progress(): Say {
  const begin = Date.now()
  let last = ''
  const stamp = () => `${((Date.now() - begin) / 1000).toFixed(1).padStart(6)} s  `
  const heartbeat = setInterval(() => last && console.log(`${stamp()}${last} …`), 10_000)
  heartbeat.unref()
  const say = (line: string) => {
    last = line
    heartbeat.refresh()
    console.log(`${stamp()}${line}`)
  }
  return Object.assign(say, { done: () => clearInterval(heartbeat) })
}
