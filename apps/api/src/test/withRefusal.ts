import { expect } from '@jest/globals'

/** A thing's `refusals { act message }` that hold this one. */
export function withRefusal(act: string, message: unknown) {
  return expect.arrayContaining([{ act, message }])
}
