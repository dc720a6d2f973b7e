import { useSyncExternalStore } from 'react'

/** What the wire is doing, for the quiet banner and the progress line. */
export interface Connection {
  /** Whether the last request never reached the server. */
  lost: boolean
  /** How many requests are under way. */
  busy: number
}

let now: Connection = { lost: false, busy: 0 }
const listeners = new Set<() => void>()

/** Notes a change on the wire; called by the Apollo link only. */
export function noteConnection(change: (before: Connection) => Connection): void {
  const next = change(now)
  if (next.lost === now.lost && next.busy === now.busy) return
  now = next
  // Later, not now: a query may start while React draws, when nobody may be told to draw again.
  queueMicrotask(() => listeners.forEach((listener) => listener()))
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether it is of no use to ask the server just now, as far as is known. */
export function isOutOfReach(): boolean {
  return now.lost || !navigator.onLine
}

/** The state of the wire. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => now)
}
