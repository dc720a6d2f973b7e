import { expect, test } from '@jest/globals'
import { checkReason, GRAVE_REASON_LEAST, REASON_MOST, reasonHint } from './reason.ts'

test('理由不少于两个字，涉及惩戒和隐私的不少于五个字，空白不算', () => {
  expect(checkReason(' 调离 ')).toEqual({ ok: true, value: '调离' })
  expect(checkReason('调　　')).toEqual({ ok: false, reason: '请写明理由，不少于 2 个字' })
  expect(checkReason('核对身份', GRAVE_REASON_LEAST)).toMatchObject({ ok: false })
  expect(checkReason('核对其身份', GRAVE_REASON_LEAST)).toMatchObject({ ok: true })
  expect(reasonHint(GRAVE_REASON_LEAST)).toBe('不少于 5 个字')
})

test('理由最多五百个字', () => {
  expect(checkReason('字'.repeat(REASON_MOST))).toMatchObject({ ok: true })
  expect(checkReason('字'.repeat(REASON_MOST + 1))).toEqual({ ok: false, reason: '理由最多 500 个字' })
})
