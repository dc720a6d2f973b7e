import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { communityFields } from '@sitai/rules/community.fields'
import { firmFields } from '@sitai/rules/firm.fields'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import { isInputObjectType, isObjectType } from 'graphql'
import { schema } from '../schema.ts'

const records = [
  { type: 'Firm', folder: 'firms', fields: firmFields },
  { type: 'Practitioner', folder: 'practitioners', fields: practitionerFields },
  { type: 'Community', folder: 'communities', fields: communityFields },
] as const

const pages = fileURLToPath(new URL('../../../web/src/', import.meta.url))

/** Fields that stand in the schema under another name: relations, and numbers that are shown masked. */
const shownAs: Readonly<Record<string, string>> = {
  streetCode: 'street',
  phone: 'phoneMasked',
  idNo: 'idNoMasked',
  contactPhone: 'contactPhoneMasked',
}

describe.each(records)('Each field of a $type is', ({ type, folder, fields }) => {
  const page = (name: string) => readFileSync(join(pages, folder, name), 'utf8')
  const keys: readonly string[] = Object.keys(fields)

  test('shown by the API', () => {
    const shown = schema.getType(type)
    const there = isObjectType(shown) ? Object.keys(shown.getFields()) : []
    expect(keys.filter((key) => !there.includes(key) && !there.includes(shownAs[key] ?? ''))).toEqual([])
  })

  test('taken by the API', () => {
    const taken = schema.getType(`${type}Fields`)
    const there = isInputObjectType(taken) ? Object.keys(taken.getFields()) : []
    // The key of a place is said when it is created, and stays.
    expect(keys.filter((key) => !there.includes(key) && key !== 'code')).toEqual([])
    expect(there.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('laid out in the form', () => {
    const text = page(`${type}Form.tsx`)
    expect(keys.filter((key) => !text.includes(` name="${key}"`))).toEqual([])
  })

  test('shown on the page', () => {
    const text = page(`${type}Page.tsx`)
    // The name is the heading, the place one line of two numbers, the capacity stands beside the load.
    const shown = keys.filter((key) => !['name', 'lat', 'lng', 'capacity'].includes(key))
    expect(shown.filter((key) => !text.includes(`Fields.${key}`))).toEqual([])
  })
})
