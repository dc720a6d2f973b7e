/**
 * Cleaning of typed and imported text. Excel sheets of the firms hold full-width digits, ideographic spaces,
 * no-break spaces and zero-width marks; the same string must come out whichever was typed.
 */

/** Every kind of blank that people paste: Unicode white space, zero-width marks, the byte-order mark. */
const BLANK = '[\\s\\u200B-\\u200D\\u2060\\uFEFF]'
const LEADING_OR_TRAILING_BLANK = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu')
const ANY_BLANK = new RegExp(`${BLANK}+`, 'gu')

/**
 * C0 and C1 controls except tab, line feed and carriage return, and the two that XML can't hold. PostgreSQL refuses NUL;
 * the rest only hides text, or spoils every workbook that holds it.
 */
const CONTROL = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u

/** Half of a surrogate pair: cannot be stored as UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** Full-width ASCII (！ to ～) and the ideographic space become their half-width twins; all else stays. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** Drops blanks of every kind at both ends. */
export function trimBlanks(text: string): string {
  return text.replace(LEADING_OR_TRAILING_BLANK, '')
}

/** Running text as it is stored: Unicode NFC, one kind of line end, no blanks around it. Chinese punctuation stays. */
export function cleanText(text: string): string {
  return trimBlanks(text.normalize('NFC').replace(/\r\n?/gu, '\n'))
}

/** A single line as it is stored: as `cleanText`, and blanks inside it become one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(ANY_BLANK, ' ')
}

/** A number of a paper (licence, credit code, phone): half-width, ASCII in upper case, no blanks anywhere. */
export function cleanIdentifier(text: string): string {
  return (
    toHalfWidth(text)
      .replace(ANY_BLANK, '')
      .replace(/[a-z]/gu, (letter) => letter.toUpperCase())
      // Last, since what stands next to each other only now may compose.
      .normalize('NFC')
  )
}

/** True when the text holds characters that cannot be stored or that hide what is written. */
export function hasForbiddenCharacters(text: string): boolean {
  return CONTROL.test(text) || LONE_SURROGATE.test(text)
}

/** Length as a person counts it: by code points, so that a rare character beyond the basic plane counts once. */
export function lengthOf(text: string): number {
  return [...text].length
}
