import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  defaultSettings,
  isSettingKey,
  parseSetting,
  settingCatalogue,
  settingConflicts,
  settingsFrom,
} from './settings.ts'

describe("the bureau's settings", () => {
  test('a new bureau starts with the numbers of the domain page', () => {
    expect(defaultSettings).toMatchObject({
      visitsPerMonth: 1,
      yellowFromDay: 25,
      capacityDefault: 3,
      capacityCap: 5,
      rotationTerms: 3,
      logMinCharacters: 15,
      logBackDays: 30,
      checkInWindowMinutes: 30,
      checkInDistanceMetres: 500,
      confirmWithinDays: 7,
      proximityPerKm: 8,
      adjacentStreetFloor: 70,
      passwordExpiryDays: 90,
    })
    expect(settingConflicts(defaultSettings)).toEqual([])
  })

  test("the optimiser's five weights of a new bureau add up to 100", () => {
    const weights = Object.entries(defaultSettings).filter(([key]) => /^weight(?!FreeCapacity)/u.test(key))
    expect(weights.reduce((sum, [, value]) => sum + value, 0)).toBe(100)
  })

  test('every setting has its own label and a sentence of help, and its default lies within its bounds', () => {
    expect(new Set(settingCatalogue.map((item) => item.label)).size).toBe(settingCatalogue.length)
    for (const item of settingCatalogue) {
      expect(item.help).toMatch(/。$/u)
      expect(parseSetting(item.key, item.default)).toEqual({ ok: true, value: item.default })
      expect(parseSetting(item.key, item.min).ok && parseSetting(item.key, item.max).ok).toBe(true)
    }
  })

  test('a value out of bounds is refused with the bounds in words', () => {
    const reason = '「黄色提醒日」应为1至31之间的整数'
    for (const value of [0, 32, 1.5, 'abc', '', null, undefined, true, Number.NaN]) {
      expect(parseSetting('yellowFromDay', value)).toEqual({ ok: false, reason })
    }
  })

  test('digits of a form are a number, full-width ones too', () => {
    expect(parseSetting('yellowFromDay', ' ２６ ')).toEqual({ ok: true, value: 26 })
  })

  test('stored values win over defaults, spoilt and foreign ones do not', () => {
    expect(settingsFrom({ visitsPerMonth: 2, yellowFromDay: 99, gone: 1 })).toEqual({
      ...defaultSettings,
      visitsPerMonth: 2,
    })
    expect(isSettingKey('visitsPerMonth')).toBe(true)
    expect(isSettingKey('toString')).toBe(false)
  })

  test('a default capacity above the cap is a conflict', () => {
    expect(settingConflicts({ ...defaultSettings, capacityDefault: 6 })).toEqual([
      '「默认可担任社区数」不能大于「社区数上限」',
    ])
  })

  test('whatever is stored, the settings are whole numbers within bounds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...settingCatalogue.map((item) => item.key)), fc.anything()),
        (stored) => {
          const settings = settingsFrom(stored)
          for (const { key, min, max } of settingCatalogue) {
            expect(Number.isInteger(settings[key])).toBe(true)
            expect(settings[key]).toBeGreaterThanOrEqual(min)
            expect(settings[key]).toBeLessThanOrEqual(max)
          }
        },
      ),
    )
  })
})
