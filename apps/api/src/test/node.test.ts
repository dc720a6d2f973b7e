import { describe, expect, test } from '@jest/globals'
import { ask } from './ask.ts'
import { given, globalId } from './given.ts'

const document = 'query ($id: ID!) { node(id: $id) { __typename } }'

describe('按编号取 node(id)', () => {
  test('自己范围内的取得到；别处的、不存在的、写错的都是没有，不是出错', async () => {
    const [own, foreign] = [await given.world(), await given.world()]
    const pairing = await given.pairing(foreign.community, foreign.practitioner)
    const hidden = [
      globalId('Firm', foreign.firm.id),
      globalId('Practitioner', foreign.practitioner.id),
      globalId('Community', foreign.community.code),
      globalId('Street', foreign.streetCode),
      globalId('Pairing', pairing.id),
      globalId('Account', foreign.admin.accountId),
      globalId('Grant', foreign.admin.grantId),
      globalId('Firm', '00000000-0000-7000-8000-000000000000'),
    ]
    for (const id of hidden)
      expect([id, await ask(own.admin, document, { id })]).toEqual([id, { data: { node: null }, codes: [] }])
    const seen = await ask(own.admin, document, { id: globalId('Firm', own.firm.id) })
    expect(seen.data).toEqual({ node: { __typename: 'Firm' } })
  })
})
