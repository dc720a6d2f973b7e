/**
 * Telephone numbers of mainland China: mobile (11 digits, 13–19) and fixed lines (area code and 7–8 digits, extension),
 * and the service numbers 400/800 and 9xxxx/1xxxx. Source: 电信网编号计划 (2017 edition).
 */
import { accept, type Checked, refuse } from './checked.ts'
import { cleanIdentifier } from './text.ts'

const MOBILE = /^1[3-9]\d{9}$/u
/** 010, 02x with 8 digits; 0[3-9]xx with 7–8; the extension after "-". */
const LANDLINE = /^(?<area>0(?:10|2\d|[3-9]\d{2}))-?(?<local>[2-8]\d{6,7})(?:-(?<extension>\d{1,6}))?$/u
const LOCAL = /^[2-8]\d{6,7}$/u
const SERVICE = /^(?:[48]00\d{7}|1[0-2]\d{3}|9\d{4,5})$/u

/** What a number is. */
export type PhoneKind = 'MOBILE' | 'LANDLINE' | 'SERVICE'

/** A number in its stored form. */
export interface Phone {
  readonly kind: PhoneKind
  /** Digits as stored and searched: `13805741234`, `0574-87654321`, `0574-87654321-8001`. */
  readonly number: string
}

/** Half-width, no blanks, dashes of every kind as "-", brackets and the country code taken off. */
function normalise(text: string): string {
  return cleanIdentifier(text)
    .replace(/[‐-―−ー—]/gu, '-')
    .replace(/(?:转|EXT\.?|X|#)/gu, '-')
    .replace(/^\((?=0)/u, '')
    .replace(/\)/u, '-')
    .replace(/^(?:\+|00)86-?/u, '')
    .replace(/^86(?=1[3-9]\d{9}$)/u, '')
    .replace(/-{2,}/gu, '-')
}

/** Checks a number as typed and brings it into its stored form, or gives the Chinese reason. */
export function parsePhone(text: string): Checked<Phone> {
  const number = normalise(text)
  const digits = number.replaceAll('-', '')
  if (/[^\d-]/u.test(number)) return refuse('电话号码只能由数字和“-”组成')
  if (MOBILE.test(digits)) return accept({ kind: 'MOBILE', number: digits })
  const landline = LANDLINE.exec(number)?.groups
  if (landline !== undefined) {
    const parts = [landline['area'], landline['local'], landline['extension']]
    return accept({ kind: 'LANDLINE', number: parts.filter((part) => part !== undefined).join('-') })
  }
  if (SERVICE.test(digits)) return accept({ kind: 'SERVICE', number: digits })
  if (LOCAL.test(digits)) return refuse('固定电话请带上区号，例如 0574-87654321')
  if (digits.startsWith('1')) return refuse(`手机号码应为11位且以13至19开头，现为${digits.length}位`)
  return refuse('电话号码格式不正确，手机填11位，固定电话填“区号-号码”')
}

/** `138****1234`; of a fixed line the area code and the last two digits stay: `0574-******21`. */
export function maskPhone(number: string): string {
  if (MOBILE.test(number)) return `${number.slice(0, 3)}****${number.slice(7)}`
  const landline = LANDLINE.exec(number)?.groups
  const local = landline?.['local'] ?? number
  const hidden = '*'.repeat(Math.max(local.length - 2, 0)) + local.slice(-2)
  return landline?.['area'] === undefined ? hidden : `${landline['area']}-${hidden}`
}

/** The last four digits, by which lists are searched; an extension does not count. */
export function phoneTail(number: string): string {
  const local = LANDLINE.exec(number)?.groups?.['local'] ?? number
  return local.replace(/\D/gu, '').slice(-4)
}
