import { describe, expect, test } from '@jest/globals'
import { communityFields } from '@sitai/rules/community.fields'
import { firmFields } from '@sitai/rules/firm.fields'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import { isInputObjectType, isObjectType } from 'graphql'
import { schema } from '../schema.ts'

const records = [
  { type: 'Firm', fields: firmFields },
  { type: 'Practitioner', fields: practitionerFields },
  { type: 'Community', fields: communityFields },
] as const

/** Fields that stand in the schema under another name: relations, and numbers that are shown masked. */
const shownAs: Readonly<Record<string, string>> = {
  streetCode: 'street',
  phone: 'phoneMasked',
  idNo: 'idNoMasked',
  contactPhone: 'contactPhoneMasked',
}

describe.each(records)('Each field of a $type is', ({ type, fields }) => {
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
})
