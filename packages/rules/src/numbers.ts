/**
 * Numbers as the bureau reads them. Money is a decimal string of yuan, NUMERIC(18,2) in the database: 22亿元 overflows a
 * 32-bit integer (domain.md 0), so it is handled as whole fen in BigInt and never as a float.
 */
import { accept, type Checked, refuse } from './checked.ts'
import type { Rate } from './commitment.ts'
import { cleanIdentifier } from './text.ts'

/** `12,345`, with a unit `12,345人次`; at most two decimals. */
export function formatCount(count: number, unit = ''): string {
  const [whole = '', decimals] = String(Number.isInteger(count) ? count : Math.round(count * 100) / 100).split('.')
  return grouped(whole) + (decimals === undefined ? '' : `.${decimals}`) + unit
}

/** Digits by thousands. Not by `toLocaleString`: the first of a page takes a phone a tenth of a second. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ',')
}

/** Minutes as hours with one decimal: `12.5小时`. */
export function formatHours(minutes: number): string {
  return `${formatCount(Math.round(minutes / 6) / 10)}小时`
}

/** `96.4%（27/28）`; `—（0/0）` when nothing was due. Rounded, but 100% and 0% only when exactly so. */
export function formatRate(rate: Rate): string {
  return `${formatPercent(rate.value)}（${formatCount(rate.numerator)}/${formatCount(rate.denominator)}）`
}

/** `96.4%`; `—` for null. 99.97% is not shown as 100%: one community in red must remain visible. */
export function formatPercent(value: number | null): string {
  if (value === null) return '—'
  const tenths = Math.round(value * 1000)
  const honest = tenths === 1000 && value < 1 ? 999 : tenths === 0 && value > 0 ? 1 : tenths
  return `${Number((honest / 10).toFixed(1))}%`
}

const WAN = 10_000n * 100n
const YI = 100_000_000n * 100n

/** Whole fen of a decimal string, or null when it is none with at most two decimals. */
function fenOf(yuan: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/u.exec(yuan)
  if (match === null) return null
  const fen = BigInt((match[2] ?? '0') + (match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -fen : fen
}

/** Amount ÷ unit with at most two decimals, half up, grouped by thousands, no trailing zeros. */
function scaled(fen: bigint, unit: bigint): string {
  const hundredths = (fen * 100n + unit / 2n) / unit
  const decimals = String(hundredths % 100n)
    .padStart(2, '0')
    .replace(/0+$/u, '')
  return grouped(String(hundredths / 100n)) + (decimals === '' ? '' : `.${decimals}`)
}

/** Yuan as `22亿元`, `1,234.5万元` or `980元`. Throws RangeError on what is no decimal string of yuan. */
export function formatYuan(yuan: string): string {
  const fen = fenOf(yuan)
  if (fen === null) throw new RangeError(`not an amount of yuan: ${yuan}`)
  const amount = fen < 0n ? -fen : fen
  const sign = fen < 0n ? '-' : ''
  // 99,999,999.99 rounds to 10,000万元: then it is 1亿元.
  if (amount >= YI - WAN / 200n) return `${sign}${scaled(amount, YI)}亿元`
  if (amount >= WAN) return `${sign}${scaled(amount, WAN)}万元`
  return `${sign}${scaled(amount, 100n)}元`
}

/** An amount as typed (`22亿`, `1,234.5万元`, `￥980`) as a decimal string of yuan with two decimals. */
export function parseYuan(text: string): Checked<string> {
  const typed = cleanIdentifier(text)
    .replace(/[,，]/gu, '')
    .replace(/^[¥￥]/u, '')
    .replace(/元$/u, '')
  const match = /^(\d{1,16})(?:\.(\d{1,10}))?([万亿]?)$/u.exec(typed)
  if (match === null) return refuse('金额应为数字，可带“万元”或“亿元”')
  const shift = { 万: 6, 亿: 10 }[match[3] ?? ''] ?? 2
  const decimals = match[2] ?? ''
  if (/[1-9]/u.test(decimals.slice(shift))) return refuse('金额最多精确到分')
  const fen = BigInt((match[1] ?? '0') + decimals.slice(0, shift).padEnd(shift, '0'))
  if (fen >= 10n ** 18n) return refuse('金额过大')
  return accept(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`)
}

/** How a figure stands against that of the last period. */
export interface Change {
  readonly difference: number
  /** Growth over the last period, 0.1 for 10 %; null when the last period had none. */
  readonly ratio: number | null
  readonly direction: 'UP' | 'DOWN' | 'SAME'
  /** `较上期增加3（+12.5%）`. */
  readonly label: string
}

/** Compares a count with that of the last period. */
export function compareWithLast(now: number, last: number): Change {
  const difference = now - last
  const ratio = last === 0 ? null : difference / Math.abs(last)
  if (difference === 0) return { difference, ratio, direction: 'SAME', label: '与上期持平' }
  const isMore = difference > 0
  const growth = ratio === null ? '上期为0' : `${isMore ? '+' : '-'}${formatPercent(Math.abs(ratio))}`
  const label = `较上期${isMore ? '增加' : '减少'}${formatCount(Math.abs(difference))}（${growth}）`
  return { difference, ratio, direction: isMore ? 'UP' : 'DOWN', label }
}
