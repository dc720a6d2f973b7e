import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  cleanIdentifier,
  cleanLine,
  cleanText,
  hasForbiddenCharacters,
  lengthOf,
  toHalfWidth,
  trimBlanks,
} from './text.ts'

describe('text typed by people', () => {
  test('full-width digits and letters of an Excel sheet become half-width', () => {
    expect(toHalfWidth('１３８０５７４ＡＢｃ　！')).toBe('1380574ABc !')
  })

  test('a licence number pasted with blanks of every kind is the plain number', () => {
    expect(cleanIdentifier('\uFEFF １３３０２ 2010\u00A01\u200B0 123456\u3000')).toBe('13302201010123456')
  })

  test('Chinese punctuation of running text is kept', () => {
    expect(cleanText('　（一）调解成功，双方履行。\r\n ')).toBe('（一）调解成功，双方履行。')
  })

  test('a single line holds no line break', () => {
    expect(cleanLine(' 阳光\n社区　居委会 ')).toBe('阳光 社区 居委会')
  })

  test('NUL, control characters and half a surrogate pair are forbidden, line breaks are not', () => {
    expect(hasForbiddenCharacters('张\u0000三')).toBe(true)
    expect(hasForbiddenCharacters('张\u001B[31m')).toBe(true)
    expect(hasForbiddenCharacters('\uD83D')).toBe(true)
    expect(hasForbiddenCharacters('第一行\n第二行\t𠮷')).toBe(false)
  })

  test('a rare character beyond the basic plane counts once', () => {
    expect(lengthOf('𠮷野')).toBe(2)
  })

  test('cleaning twice changes nothing', () => {
    const messy = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(messy, (text) => {
        for (const clean of [cleanText, cleanLine, cleanIdentifier, trimBlanks, toHalfWidth]) {
          expect(clean(clean(text))).toBe(clean(text))
        }
      }),
    )
  })
})
