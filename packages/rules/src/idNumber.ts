/**
 * Citizen identity number (公民身份号码), GB 11643-1999: 6 division code, 8 birth date, 3 sequence (odd male, even
 * female), 1 check character by ISO 7064 MOD 11-2. The 15-digit numbers of the first generation are no longer valid.
 */
import { accept, type Checked, refuse } from './checked.ts'
import { isLocalDate, type LocalDate } from './calendar.ts'
import type { Gender } from './dictionaries.ts'
import { cleanIdentifier } from './text.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** What a valid number tells. Personal data: store encrypted, show masked. */
export interface IdNumber {
  /** 18 characters, X upper case. */
  readonly number: string
  /** Division code of the first registration, 6 digits. It may since have been abolished. */
  readonly divisionCode: string
  readonly birthDate: LocalDate
  readonly gender: Gender
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body.charAt(place)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** Checks a number as typed; `today` bounds the birth date. */
export function parseIdNumber(text: string, today: LocalDate): Checked<IdNumber> {
  const number = cleanIdentifier(text)
  if (/^\d{15}$/u.test(number)) return refuse('15位旧身份证号码已停用，请填写18位号码')
  if (number.length !== 18) return refuse(`身份证号码应为18位，现为${number.length}位`)
  if (!/^\d{17}[\dX]$/u.test(number)) return refuse('身份证号码应为17位数字加1位数字或X')
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isLocalDate(birthDate) || birthDate < '1900-01-01' || birthDate > today) {
    return refuse('身份证号码中的出生日期不正确')
  }
  if (checkCharacter(number) !== number.charAt(17)) return refuse('身份证号码校验位不符，请核对是否录错')
  const gender = Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE'
  return accept({ number, divisionCode: number.slice(0, 6), birthDate, gender })
}

/** Completes 17 digits with their check character: for demo data and tests. Throws RangeError on anything else. */
export function makeIdNumber(body: string): string {
  if (!/^\d{17}$/u.test(body)) throw new RangeError('an identity number has 17 digits before its check character')
  return body + checkCharacter(body)
}

/** `310***********123X`: three characters at the front and four at the end stay; a short text is hidden whole. */
export function maskIdNumber(number: string): string {
  if (number.length <= 7) return '*'.repeat(number.length)
  return number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)
}
