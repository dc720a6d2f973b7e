/**
 * Pinyin of names, for search and sorting. Server only: the tables weigh 138 kB gzipped, so the web must never import
 * this file; it asks the API, which stores the keys in columns.
 */
import { pinyin } from 'pinyin-pro'
import { cleanLine, toHalfWidth } from './text.ts'

/** What a name is found by: all lower case, without tones or blanks. */
export interface SearchKeys {
  /** `danzhongqi` for 单中奇. */
  readonly pinyin: string
  /** `dzq`. */
  readonly initials: string
}

/** Whose name it is: of a person the surname's own reading counts (单 shàn, 解 xiè, 仇 qiú). */
export type NameKind = 'PERSON' | 'OTHER'

/** The syllables of a text one by one, lower case and without tones. */
export function syllables(text: string, kind: NameKind): string[] {
  return pinyin(toHalfWidth(cleanLine(text)), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
    // Only the head of the text is read as a surname: a 单 later in the name keeps its usual reading.
    surname: kind === 'PERSON' ? 'head' : 'off',
  }).map((syllable) => syllable.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
}

/** Full pinyin without tones or blanks; Latin letters and digits stay. ü is written v, as people type it. */
export function fullPinyin(text: string, kind: NameKind): string {
  return syllables(text, kind).join('')
}

/** The first letter of each syllable; runs of Latin letters or digits stay whole. */
export function pinyinInitials(text: string, kind: NameKind): string {
  const characters = [...toHalfWidth(cleanLine(text))]
  const isHan = (character: string) => /\p{Script=Han}/u.test(character)
  // Without Chinese characters there are no syllables to shorten.
  if (!characters.some(isHan)) return fullPinyin(text, kind)
  return pinyin(characters.join(''), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    surname: kind === 'PERSON' ? 'head' : 'off',
  })
    .map((initial) => initial.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .join('')
}

/** Both keys of a name, as the search columns store them. */
export function searchKeys(name: string, kind: NameKind): SearchKeys {
  return { pinyin: fullPinyin(name, kind), initials: pinyinInitials(name, kind) }
}
