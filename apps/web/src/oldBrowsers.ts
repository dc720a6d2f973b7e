import { sayMissing } from './sayMissing.ts'

const needed = [
  [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'with']],
  [Object, ['groupBy', 'hasOwn']],
  [String.prototype, ['at']],
] as const

/**
 * Begins once the browser can do all that our code or a library uses: at once in those of today, in the bureau's
 * of 2020 (Chrome 86 inside 360 and the like) after the missing parts have come.
 */
export function whenAble(begin: () => void): void {
  const lacks = needed.some(([owner, names]) => names.some((name) => !(name in owner)))
  if (lacks) void import('./oldBrowserParts.ts').then(begin, sayMissing)
  else begin()
}
