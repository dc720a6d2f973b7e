import { beforeEach, describe, expect, test } from '@jest/globals'
import { makeCreditCode } from '@sitai/rules/creditCode'
import { answerOf, ask, askWell } from '../test/ask.ts'
import { db, given, globalId, type World } from '../test/given.ts'

const refused = '... on Refusal { code message path }'
const Create = `mutation ($input: CreateFirmInput!) { createFirm(input: $input) { __typename ${refused} ... on Firm { id name divisionCode street { name } } } }`
const Update = `mutation ($input: UpdateFirmInput!) { updateFirm(input: $input) { __typename ${refused} ... on Firm { phone address version } } }`
const Move = `mutation ($input: ChangeFirmStatusInput!) { changeFirmStatus(input: $input) { __typename ${refused} ... on Firm { status timeline { title detail } } } }`
const Inspect = `mutation ($input: RecordInspectionInput!) { recordInspection(input: $input) { __typename ${refused} ... on Firm { inspections { year result } } } }`

let world: World
beforeEach(async () => {
  world = await given.world()
})

const firmFields = (more: Record<string, unknown> = {}) => {
  const creditCode = makeCreditCode(`31${world.divisionCode}${String(Math.random()).slice(2, 11).padEnd(9, '0')}`)
  return {
    kind: 'LAW_FIRM',
    name: '浙江示例律师事务所',
    creditCode,
    licenceNo: creditCode,
    orgForm: 'SOLE',
    partyOrg: 'NONE',
    ...more,
  }
}

describe('登记与修改机构', () => {
  test('机构归所在街道的区县，拼音首字母能找到', async () => {
    const { createFirm } = await askWell(world.admin, Create, {
      input: { fields: firmFields({ streetCode: world.streetCode }) },
    })
    expect(createFirm).toMatchObject({ divisionCode: world.divisionCode, street: { name: '第一街道' } })
    const { firms } = await askWell(world.leader, '{ firms(search: "zjslls") { edges { node { name } } } }')
    expect(firms.edges).toEqual([{ node: { name: '浙江示例律师事务所' } }])
  })

  test('填错的项按项说明：信用代码校验位、外局的街道、重复的代码', async () => {
    const stranger = await given.world()
    const fields = firmFields()
    expect(
      await answerOf(world.admin, Create, { fields: { ...fields, creditCode: '313300000000000000' } }),
    ).toMatchObject({ code: 'INVALID', path: ['creditCode'] })
    expect(
      await answerOf(world.admin, Create, { fields: { ...fields, streetCode: stranger.streetCode } }),
    ).toMatchObject({ code: 'STREET_UNKNOWN', path: ['streetCode'] })
    await askWell(world.admin, Create, { input: { fields } })
    expect(
      await answerOf(world.admin, Create, { fields: { ...firmFields(), creditCode: fields.creditCode } }),
    ).toMatchObject({ code: 'CREDIT_CODE_TAKEN', path: ['creditCode'] })
  })

  test('律所管理员能改本所的地址和电话，改名称则按项拒绝，他所不能改', async () => {
    const input = { id: globalId('Firm', world.firm.id), expectedVersion: world.firm.version }
    const { updateFirm } = await askWell(world.firmAdmin, Update, {
      input: { ...input, fields: { phone: '0574 8765 4321', address: '示例路 1 号' } },
    })
    expect(updateFirm).toMatchObject({ phone: '0574-87654321', address: '示例路 1 号' })
    const again = { ...input, expectedVersion: updateFirm.version }
    expect(await answerOf(world.firmAdmin, Update, { ...again, fields: { name: '别的名称' } })).toMatchObject({
      code: 'FIELD_NOT_YOURS',
      path: ['name'],
    })
    const other = await given.firm(world.bureau)
    expect(
      await answerOf(world.firmAdmin, Update, {
        id: globalId('Firm', other.id),
        expectedVersion: 1,
        fields: { phone: '13800001234' },
      }),
    ).toMatchObject({ code: 'NOT_YOURS' })
  })

  test('两人同时修改，只有一人成功，另一人被告知', async () => {
    const input = { id: globalId('Firm', world.firm.id), expectedVersion: world.firm.version }
    const answers = await Promise.all(
      ['甲', '乙'].map((note) => answerOf(world.admin, Update, { ...input, fields: { note } })),
    )
    expect(answers.map(({ code }) => code ?? 'DONE').toSorted()).toEqual(['DONE', 'VERSION_CONFLICT'])
  })
})

describe('机构的状态与检查', () => {
  test('停业整顿须写理由，经过中看得到；名下结对在变更前列出', async () => {
    await given.pairing(world.community, world.practitioner)
    const One = 'query ($id: ID!) { firm(id: $id) { hangingPairings { communityName practitionerName isLead } } }'
    const id = globalId('Firm', world.firm.id)
    const { firm } = await askWell(world.admin, One, { id })
    expect(firm.hangingPairings).toEqual([
      { communityName: world.community.name, practitionerName: world.practitioner.name, isLead: true },
    ])
    const input = { id, expectedVersion: world.firm.version, to: 'SUSPENDED', reason: '责令停业整顿三个月' }
    const { changeFirmStatus } = await askWell(world.admin, Move, { input })
    expect(changeFirmStatus).toMatchObject({ status: 'SUSPENDED' })
    expect(changeFirmStatus.timeline[0]).toEqual({ title: '状态变更为「停业整顿」', detail: '责令停业整顿三个月' })
    const other = await given.firm(world.bureau)
    const foreign = await given.someone('FIRM_ADMIN', { divisionCode: world.divisionCode, firmId: other.id })
    expect((await askWell(foreign, One, { id })).firm.hangingPairings).toEqual([])
  })

  test('已注销的机构不能再变更状态', async () => {
    const firm = await given.firm(world.bureau, { status: 'CANCELLED' })
    const answer = await answerOf(world.admin, Move, {
      id: globalId('Firm', firm.id),
      expectedVersion: 1,
      to: 'ACTIVE',
      reason: '恢复执业',
    })
    expect(answer.message).toContain('已是最终状态')
  })

  test('年度检查结果可以更正，一年只有一个', async () => {
    const firmId = globalId('Firm', world.firm.id)
    await askWell(world.admin, Inspect, { input: { firmId, year: 2025, result: 'FAILED' } })
    const { recordInspection } = await askWell(world.admin, Inspect, {
      input: { firmId, year: 2025, result: 'PASSED' },
    })
    expect(recordInspection.inspections).toEqual([{ year: 2025, result: 'PASSED' }])
    const line = await db.auditEvent.findFirst({
      where: { entity: 'firm_inspection', entityId: world.firm.id, operation: 'UPDATE' },
    })
    expect(line?.before).toEqual({ result: 'FAILED' })
    expect(await answerOf(world.admin, Inspect, { firmId, year: 2999, result: 'PASSED' })).toMatchObject({
      path: ['year'],
    })
  })
})

test('外局的机构按编号也取不到', async () => {
  const stranger = await given.world()
  const { data } = await ask(stranger.admin, 'query ($id: ID!) { node(id: $id) { id } }', {
    id: globalId('Firm', world.firm.id),
  })
  expect(data.node).toBeNull()
})
