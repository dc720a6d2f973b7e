/**
 * Names of persons. Rare characters (生僻字) lie beyond the basic plane, names of the minorities carry a middle dot and
 * may be long, foreigners' names are Latin. Length counts code points.
 */
import { accept, type Checked, refuse } from './checked.ts'
import { cleanLine, hasForbiddenCharacters, lengthOf, toHalfWidth } from './text.ts'

/** Every dot people type between the parts of a name; stored as U+00B7, as GB 18030 and the identity card do. */
const MIDDLE_DOTS = /\s*[·•‧∙⋅・･．●]\s*/gu
const HAN_NAME = /^[\p{Script=Han}\u3007](?:[\p{Script=Han}\u3007·]*[\p{Script=Han}\u3007])?$/u
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M}' .·-]*$/u
/** Private-use characters: 生僻字 typed before Unicode had them. */
const PRIVATE_USE = /\p{Co}/u

/** The name in its stored form: NFC, one kind of middle dot, no blanks between Chinese characters. */
export function cleanName(text: string): string {
  const name = cleanLine(text).replace(MIDDLE_DOTS, '·')
  // "王 芳" in a sheet is two characters set apart for looks.
  return /\p{Script=Han}/u.test(name) ? name.replaceAll(' ', '').normalize('NFC') : toHalfWidth(name).normalize('NFC')
}

/** Checks a person's name as typed: 2 to 30 characters. */
export function checkName(text: string): Checked<string> {
  if (hasForbiddenCharacters(text)) return refuse('姓名中含有不可见的控制字符')
  const name = cleanName(text)
  const length = lengthOf(name)
  if (length === 0) return refuse('请填写姓名')
  if (PRIVATE_USE.test(name)) return refuse('姓名中有自造字，请改用国家标准字库中的字')
  if (length < 2 || length > 30) return refuse(`姓名应为2至30个字，现为${length}个字`)
  if (!HAN_NAME.test(name) && !LATIN_NAME.test(name)) return refuse('姓名只能由汉字和“·”，或外文字母组成')
  return accept(name)
}
