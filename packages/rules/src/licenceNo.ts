/**
 * Numbers of the licences the justice departments issue.
 *
 * Lawyer's licence (律师执业证号), 17 digits since the Ministry of Justice's rules of 2010:
 * 1 kind of paper (always 1), 2 province, 2 city, 4 year of first practice, 1 kind of practice, 1 sex (0 male, 1 female),
 * 6 serial. There is no check digit. Unverified: the text of the rules was not at hand, only descriptions of it and
 * published numbers; so the codes of practice (1 full-time, 2 part-time, 3–5 Hong Kong, Macao, Taiwan, 6 government,
 * 7 company, 8 legal aid, 9 military) and of sex are read for comparison and never refuse a number.
 *
 * Firm's licence (执业许可证号): since 2016 the firm's unified social credit code (31… law firm, 33… legal service
 * office); before, 17 digits that begin with 2. Both are in use on old papers.
 *
 * Grassroots legal worker's licence (基层法律服务工作者执业证号): no national format was found; provinces differ.
 * Only length and characters are checked.
 */
import { accept, type Checked, refuse } from './checked.ts'
import { parseCreditCode } from './creditCode.ts'
import type { FirmKind, Gender, PractitionerKind } from './dictionaries.ts'
import { cleanIdentifier } from './text.ts'

/** What a lawyer's licence number tells. `kind` and `gender` are absent when the digit is not a known one. */
export interface LawyerLicence {
  readonly number: string
  /** Division code of the city where the licence was first issued, 4 digits: 3302 is Ningbo. */
  readonly cityCode: string
  readonly firstYear: number
  readonly kind?: PractitionerKind
  readonly gender?: Gender
}

const KIND_OF_DIGIT: Readonly<Record<string, PractitionerKind>> = {
  1: 'FULL_TIME',
  2: 'PART_TIME',
  6: 'PUBLIC',
  7: 'COMPANY',
  8: 'LEGAL_AID',
}
const GENDER_OF_DIGIT: Readonly<Record<string, Gender>> = { 0: 'MALE', 1: 'FEMALE' }

/** A licence number of any kind in its stored form: half-width, upper case, no blanks, one kind of dash. */
export function cleanLicenceNo(text: string): string {
  return cleanIdentifier(text).replace(/[‐-―−]/gu, '-')
}

/** Checks a lawyer's licence number as typed; `thisYear` bounds the year of first practice. */
export function parseLawyerLicence(text: string, thisYear: number): Checked<LawyerLicence> {
  const number = cleanLicenceNo(text)
  if (!/^\d*$/u.test(number)) return refuse('律师执业证号应全部为数字')
  if (number.length !== 17) return refuse(`律师执业证号应为17位，现为${number.length}位`)
  if (!number.startsWith('1')) return refuse('律师执业证号应以1开头')
  const firstYear = Number(number.slice(5, 9))
  // 1979 is the year in which the profession was restored.
  if (firstYear < 1979 || firstYear > thisYear) return refuse('律师执业证号第6至9位应为首次执业年份')
  const kind = KIND_OF_DIGIT[number.charAt(9)]
  const gender = GENDER_OF_DIGIT[number.charAt(10)]
  return accept({
    number,
    cityCode: number.slice(1, 5),
    firstYear,
    ...(kind !== undefined && { kind }),
    ...(gender !== undefined && { gender }),
  })
}

/** Checks a grassroots legal worker's licence number: 8 to 20 digits, capital letters or dashes. */
export function parseGrassrootsLicence(text: string): Checked<string> {
  const number = cleanLicenceNo(text)
  if (!/^[\dA-Z-]*$/u.test(number)) return refuse('基层法律服务工作者执业证号只能由数字、字母和“-”组成')
  if (number.length < 8 || number.length > 20)
    return refuse(`基层法律服务工作者执业证号应为8至20位，现为${number.length}位`)
  return accept(number)
}

/** Checks the licence number of a practitioner of any kind and gives it in its stored form. */
export function checkLicenceNo(kind: PractitionerKind, text: string, thisYear: number): Checked<string> {
  if (kind === 'GRASSROOTS_WORKER') return parseGrassrootsLicence(text)
  const licence = parseLawyerLicence(text, thisYear)
  return licence.ok ? accept(licence.value.number) : licence
}

/** Checks a firm's licence number: its credit code, or the 17 digits in use before 2016. */
export function checkFirmLicenceNo(kind: FirmKind, text: string): Checked<string> {
  const number = cleanLicenceNo(text)
  if (/^2\d{16}$/u.test(number)) return accept(number)
  if (kind === 'LEGAL_SERVICE_OFFICE' && number.length !== 18) return parseOfficeLicence(number)
  const code = parseCreditCode(number)
  return code.ok
    ? accept(code.value.code)
    : refuse(`执业许可证号应为统一社会信用代码或以2开头的17位数字：${code.reason}`)
}

/** Legal service offices without a credit code carry numbers of their province; only characters and length are checked. */
function parseOfficeLicence(number: string): Checked<string> {
  return /^[\dA-Z-]{6,20}$/u.test(number) ? accept(number) : refuse('执业许可证号应为6至20位数字、字母或“-”')
}

/**
 * Builds a lawyer's licence number of the above structure: for demo data and tests. Throws RangeError on parts that do
 * not fit their digits or on kinds that have none.
 */
export function makeLawyerLicence(
  cityCode: string,
  firstYear: number,
  kind: PractitionerKind,
  gender: Gender,
  serial: number,
): string {
  const digit = Object.keys(KIND_OF_DIGIT).find((key) => KIND_OF_DIGIT[key] === kind) ?? ''
  const number = `1${cityCode}${firstYear}${digit}${gender === 'MALE' ? 0 : 1}${String(serial).padStart(6, '0')}`
  if (!/^1\d{16}$/u.test(number)) throw new RangeError(`not the parts of a lawyer's licence: ${number}`)
  return number
}
