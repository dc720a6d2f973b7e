import type { Viewer } from '../access/viewer.ts'

/** What every resolver is given. */
export interface Context {
  readonly viewer: Viewer | null
  /** The number of this request, in the log, in the audit lines and in the message of a fault. */
  readonly requestId: string
  readonly ip: string | null
  readonly userAgent: string | null
  /** Sets or (null) clears the session cookie of the answer. */
  readonly setSession: (token: string | null) => void
}

/** The viewer of a field behind an auth scope, where nobody anonymous arrives. */
export function viewerOf(context: Context): Viewer {
  if (!context.viewer) throw new Error('A field without an auth scope asked for the viewer.')
  return context.viewer
}
