/** Numbers as the bureau reads them. */

/** `12,345`, with a unit `12,345人次`; at most two decimals. */
export function formatCount(count: number, unit = ''): string {
  const [whole = '', decimals] = String(Number.isInteger(count) ? count : Math.round(count * 100) / 100).split('.')
  return grouped(whole) + (decimals === undefined ? '' : `.${decimals}`) + unit
}

/** Digits by thousands. Not by `toLocaleString`: the first of a page takes a phone a tenth of a second. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** `96.4%`; `—` for null. 99.97% is not shown as 100%: one community in red must remain visible. */
export function formatPercent(value: number | null): string {
  if (value === null) return '—'
  const tenths = Math.round(value * 1000)
  const honest = tenths === 1000 && value < 1 ? 999 : tenths === 0 && value > 0 ? 1 : tenths
  return `${Number((honest / 10).toFixed(1))}%`
}
