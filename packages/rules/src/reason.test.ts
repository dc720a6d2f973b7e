import { expect, test } from '@jest/globals'
import { graveReason, plainReason } from './reason.ts'

test('理由不少于两个字，涉及惩戒和隐私的不少于五个字，空白不算', () => {
  expect(plainReason.check(' 调离 ')).toEqual({ ok: true, value: '调离' })
  expect(plainReason.check('调　　')).toEqual({ ok: false, reason: '请写明理由，不少于 2 个字' })
  expect(graveReason.check('核对身份')).toMatchObject({ ok: false })
  expect(graveReason.check('核对其身份')).toMatchObject({ ok: true })
  expect(graveReason.hint).toBe('不少于 5 个字')
})

test('理由最多五百个字', () => {
  expect(plainReason.check('字'.repeat(500))).toMatchObject({ ok: true })
  expect(plainReason.check('字'.repeat(501))).toEqual({ ok: false, reason: '理由最多 500 个字' })
})
