/**
 * The outcome of checking something a person typed: the cleaned value, or a Chinese reason that may be shown as it is.
 */
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** The value passed. */
export function accept<T>(value: T): Checked<T> {
  return { ok: true, value }
}

/** The value did not pass; `reason` is Chinese and ends without a full stop. */
export function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason }
}
