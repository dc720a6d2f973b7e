import { actsOn, act } from '../acts/act.ts'
import { WhichAndReasonInput, WhichInput, which, withReason } from '../acts/actInputs.ts'
import { db } from '../data/db.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { renewPairing, replacePairing, terminatePairing } from './endings.ts'
import { PairingRef, SeatEnum, TermGradeEnum } from './pairing.graphql.ts'
import {
  activatePairing,
  confirmPairing,
  gradePairing,
  pausePairing,
  proposePairing,
  rejectPairing,
  resumePairing,
} from './pairing.ts'

const may = 'pairing:write'

act('proposePairing', {
  type: PairingRef,
  description: '拟结对',
  may,
  input: (t) => ({
    communityCode: t.string({ required: true, description: '社区的区划代码' }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    seat: t.field({ type: SeatEnum, required: true }),
    termFrom: t.field({ type: 'Date', required: true, description: '聘期首日' }),
    termTo: t.field({ type: 'Date', required: true, description: '聘期之后的第一天' }),
    visitsPerMonth: t.int({ required: true, description: '每月驻点次数' }),
    note: t.string({ description: '说明' }),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
  run: (viewer, input, query) => proposePairing(viewer, input, query()),
})

const actOnPairing = actsOn(PairingRef, (query, id) => db.pairing.findFirstOrThrow({ ...query, where: { id } }))

actOnPairing('confirmPairing', { description: '确认拟结对', may, input: WhichInput, run: confirmPairing })

actOnPairing('activatePairing', { description: '聘期已到，开始履职', may, input: WhichInput, run: activatePairing })

actOnPairing('rejectPairing', {
  description: '不予通过，或在聘期前撤回',
  may,
  input: WhichAndReasonInput,
  run: rejectPairing,
})

actOnPairing('pausePairing', {
  description: '暂停履职',
  may,
  input: (t) => ({
    ...which(t, PairingRef),
    from: t.field({ type: 'Date', required: true, description: '暂停首日' }),
    ...withReason(t),
  }),
  run: pausePairing,
})

actOnPairing('resumePairing', { description: '恢复履职', may, input: WhichInput, run: resumePairing })

actOnPairing('terminatePairing', {
  description: '解聘',
  may,
  input: (t) => ({
    ...which(t, PairingRef),
    ground: t.string({ required: true, description: '解聘事由，字典代码' }),
    effectiveOn: t.field({ type: 'Date', required: true, description: '不再担任的第一天' }),
    note: t.string({ description: '说明' }),
  }),
  run: terminatePairing,
})

actOnPairing('replacePairing', {
  description: '更换顾问：解聘并由新顾问接任，答新结对',
  may,
  input: (t) => ({
    ...which(t, PairingRef),
    ground: t.string({ required: true, description: '解聘事由，字典代码' }),
    effectiveOn: t.field({ type: 'Date', required: true, description: '新顾问的首日，即原顾问不再担任的第一天' }),
    note: t.string({ description: '解聘的说明' }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true, description: '新顾问' }),
    termTo: t.field({ type: 'Date', description: '新聘期之后的第一天；空为原聘期' }),
    visitsPerMonth: t.int(),
    approval: t.string({ description: '领导批准意见' }),
    replacementNote: t.string({ description: '新结对的说明' }),
  }),
  run: replacePairing,
})

actOnPairing('renewPairing', {
  description: '续聘，答新的一期',
  may,
  input: (t) => ({
    ...which(t, PairingRef),
    termTo: t.field({ type: 'Date', description: '新聘期之后的第一天；空为与上一期等长' }),
    visitsPerMonth: t.int(),
    note: t.string(),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
  run: renewPairing,
})

actOnPairing('gradePairing', {
  description: '登记聘期考核等次',
  may,
  input: (t) => ({ ...which(t, PairingRef), grade: t.field({ type: TermGradeEnum, description: '空为撤去' }) }),
  run: (viewer, { grade, ...pairing }) => gradePairing(viewer, { ...pairing, grade: grade ?? null }),
})
