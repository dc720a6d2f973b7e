/**
 * Unified social credit code of an organisation (统一社会信用代码), GB 32100-2015:
 * 1 registering department, 1 kind of organisation, 6 division code, 9 organisation code (GB 11714), 1 check character.
 * Law firms are registered by the justice departments (3): 31 law practice, 33 grassroots legal service office.
 */
import { accept, type Checked, refuse } from './checked.ts'
import { cleanIdentifier } from './text.ts'

/** The 31 characters of GB 32100 in order of their value: no I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Weight of place i is 3^i mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The parts of a valid credit code. */
export interface CreditCode {
  /** The whole code, 18 characters, upper case. */
  readonly code: string
  /** Registering department: 1 staffing office, 3 justice, 5 civil affairs, 9 market regulation. */
  readonly department: string
  /** Kind of organisation within the department; under justice 1 is a law practice, 3 a grassroots legal service office. */
  readonly kind: string
  /** Division code of the registering office, 6 digits. */
  readonly divisionCode: string
  /** Organisation code, 9 characters. */
  readonly organisationCode: string
}

/** The check character of the first 17 characters, or null when one of them is not of the alphabet. */
function checkCharacter(body: string): string | null {
  const sum = WEIGHTS.reduce((total, weight, place) => {
    const value = ALPHABET.indexOf(body.charAt(place))
    return value < 0 ? Number.NaN : total + weight * value
  }, 0)
  return Number.isNaN(sum) ? null : ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/** Checks a code as typed (full-width characters, blanks and lower case are put right) and takes it apart. */
export function parseCreditCode(text: string): Checked<CreditCode> {
  const code = cleanIdentifier(text)
  if (code.length !== 18) return refuse(`统一社会信用代码应为18位，现为${code.length}位`)
  const strange = [...code].find((character) => !ALPHABET.includes(character))
  if (strange !== undefined) return refuse(`统一社会信用代码不应含有“${strange}”（不使用字母I、O、S、V、Z）`)
  if (!/^\d{6}$/u.test(code.slice(2, 8))) return refuse('统一社会信用代码第3至8位应为行政区划数字')
  const expected = checkCharacter(code.slice(0, 17))
  if (code.charAt(17) !== expected) return refuse('统一社会信用代码校验位不符，请核对是否录错')
  return accept({
    code,
    department: code.charAt(0),
    kind: code.charAt(1),
    divisionCode: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
  })
}

/**
 * Completes 17 characters with their check character: for demo data and tests.
 * Throws RangeError when the body is not 17 characters of the alphabet.
 */
export function makeCreditCode(body: string): string {
  const check = body.length === 17 ? checkCharacter(body) : null
  if (check === null) throw new RangeError(`not the first 17 characters of a credit code: ${body}`)
  return body + check
}
