import { beforeEach, expect, test } from '@jest/globals'
import { makeIdNumber } from '@sitai/rules/idNumber'
import { randomInt } from 'node:crypto'
import { answerOf, ask } from '../test/ask.ts'
import { db, given, globalId, type World } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { idNoColumns, phoneColumns } from './ciphers.ts'
import { revealsPerDay } from './sensitive.ts'

const clerk = { system: '测试', requestId: 'test' }
const Reveal = `mutation ($input: RevealSensitiveInput!) { revealSensitive(input: $input) {
  __typename ... on Refusal { code message path } ... on RevealedValue { value remaining } } }`

let world: World
let idNo = ''
beforeEach(async () => {
  world = await given.world()
  idNo = makeIdNumber(`33020319850101${String(randomInt(1000)).padStart(3, '0')}`)
  await write(clerk, 'given', async (tx) => {
    const numbers = { ...phoneColumns('13800001234'), ...idNoColumns(idNo) }
    await tx.practitioner.update({ where: { id: world.practitioner.id }, data: numbers })
    const { phoneCipher, phoneMasked, phoneTail } = phoneColumns('0574-87654321')
    const contact = { contactPhoneCipher: phoneCipher, contactPhoneMasked: phoneMasked, contactPhoneTail: phoneTail }
    await tx.community.update({ where: { code: world.community.code }, data: contact })
  })
})

const reveal = (viewer: Viewer, id: string, field = 'PHONE', reason = '核对联系方式') =>
  answerOf(viewer, Reveal, { id, field, reason })
const person = () => globalId('Practitioner', world.practitioner.id)
const community = () => globalId('Community', world.community.code)

test('写明理由才能查看完整号码，每次查看留下操作日志，日志里没有号码', async () => {
  expect(await reveal(world.admin, person(), 'PHONE', '看看')).toMatchObject({
    code: 'REASON_REQUIRED',
    path: ['reason'],
  })
  expect(await reveal(world.admin, person())).toEqual({
    __typename: 'RevealedValue',
    value: '13800001234',
    remaining: revealsPerDay - 1,
  })
  const [line, ...others] = await db.auditEvent.findMany({
    where: { entityId: world.practitioner.id, operation: 'REVEAL' },
  })
  expect(others).toEqual([])
  expect(line).toMatchObject({
    act: 'revealSensitive',
    reason: '核对联系方式',
    accountId: world.admin.accountId,
    after: { field: 'phone' },
  })
  expect(JSON.stringify(line, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    '13800001234',
  )
})

test('律所管理员只能查看本所人员的，律师只能查看自己的，领导不能查看', async () => {
  const other = await given.firm(world.bureau)
  const foreign = await given.someone('FIRM_ADMIN', { divisionCode: world.divisionCode, firmId: other.id })
  expect(await reveal(world.firmAdmin, person(), 'ID_NO')).toMatchObject({ value: idNo })
  expect(await reveal(world.lawyer, person())).toMatchObject({ value: '13800001234' })
  expect(await reveal(foreign, person())).toMatchObject({ code: 'NOT_FOUND' })
  expect(
    (await ask(world.leader, Reveal, { input: { id: person(), field: 'PHONE', reason: '核对联系方式' } })).codes,
  ).toEqual(['FORBIDDEN'])
})

test('社区联系电话：局里可看，顾问及其机构只能看自己所任社区的', async () => {
  expect(await reveal(world.admin, community())).toMatchObject({ value: '0574-87654321' })
  expect(await reveal(world.lawyer, community())).toMatchObject({ code: 'NOT_YOURS' })
  await given.pairing(world.community, world.practitioner)
  expect(await reveal(world.lawyer, community())).toMatchObject({ value: '0574-87654321' })
  expect(await reveal(world.firmAdmin, community())).toMatchObject({ value: '0574-87654321' })
})

test('每日有上限，几个窗口同时点也越不过去', async () => {
  await write(world.admin, 'given', async (tx) => {
    for (let n = 0; n < revealsPerDay - 1; n += 1) {
      await tx.$queryRaw`SELECT record_event('REVEAL', 'practitioner', ${world.practitioner.id}, null, '{}'::jsonb)::text`
    }
  })
  const answers = await Promise.all(Array.from({ length: 4 }, () => reveal(world.admin, person())))
  expect(answers.map(({ code }) => code ?? 'SEEN').toSorted()).toEqual([
    'REVEAL_LIMIT',
    'REVEAL_LIMIT',
    'REVEAL_LIMIT',
    'SEEN',
  ])
})
