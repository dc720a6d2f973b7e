import { beforeEach, describe, expect, test } from '@jest/globals'
import { makeIdNumber } from '@sitai/rules/idNumber'
import { makeLawyerLicence } from '@sitai/rules/licenceNo'
import { answerOf, ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId, type World } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'

const refused = '... on Refusal { code message path }'
const Create = `mutation ($input: CreatePractitionerInput!) { createPractitioner(input: $input) { __typename ${refused}
  ... on Practitioner { id name status capacity phoneMasked idNoMasked gender birthYear firm { name } } } }`
const Update = `mutation ($input: UpdatePractitionerInput!) { updatePractitioner(input: $input) { __typename ${refused}
  ... on Practitioner { id version capacity languages phoneMasked specialties { topicLabel level } } } }`
const Move = `mutation ($input: ChangePractitionerStatusInput!) { changePractitionerStatus(input: $input) { __typename ${refused}
  ... on Practitioner { status firm { name } memberships { validFrom validTo } } } }`
const Transfer = `mutation ($input: TransferPractitionerInput!) { transferPractitioner(input: $input) { __typename ${refused}
  ... on Practitioner { firm { name } memberships { firm { name } validFrom validTo } } } }`

let world: World
beforeEach(async () => {
  world = await given.world()
})

const idOf = (practitioner: { id: string }) => globalId('Practitioner', practitioner.id)
const fields = (more: Record<string, unknown> = {}) => ({
  kind: 'FULL_TIME',
  name: '单雨桐',
  licenceNo: makeLawyerLicence('3302', 2015, 'FULL_TIME', 'FEMALE', Math.floor(Math.random() * 1e6)),
  politicalStatus: 'PARTY_MEMBER',
  ...more,
})

describe('登记执业人员', () => {
  test('登记后待核验，号码加密保存、只显示掩码，性别和出生年份由身份证号码得出', async () => {
    const idNo = makeIdNumber('33020319850101002')
    const input = { firmId: globalId('Firm', world.firm.id), fields: fields({ phone: '13800001234', idNo }) }
    const { createPractitioner: made } = await askWell(world.admin, Create, { input })
    expect(made).toMatchObject({
      status: 'PENDING_VERIFY',
      capacity: 3,
      phoneMasked: '138****1234',
      idNoMasked: '330***********' + idNo.slice(-4),
      gender: 'FEMALE',
      birthYear: 1985,
      firm: { name: world.firm.name },
    })
    const stored = await db.practitioner.findFirstOrThrow({
      where: { name: '单雨桐', divisionCode: world.divisionCode },
    })
    expect(Buffer.from(stored.phoneCipher ?? []).toString('latin1')).not.toContain('13800001234')
    expect(stored.initials).toBe('syt')
  })

  test('同一执业证号、同一身份证号码不得登记两次，原因指明是哪一项', async () => {
    const idNo = makeIdNumber('33020319850101004')
    const first = fields({ idNo })
    const firmId = globalId('Firm', world.firm.id)
    await askWell(world.admin, Create, { input: { firmId, fields: first } })
    expect(await answerOf(world.admin, Create, { firmId, fields: first })).toMatchObject({
      code: 'LICENCE_NO_TAKEN',
      path: ['licenceNo'],
    })
    expect(await answerOf(world.admin, Create, { firmId, fields: fields({ idNo }) })).toMatchObject({
      code: 'ID_NO_TAKEN',
      path: ['idNo'],
    })
  })

  test('可任社区数不得超过本局上限', async () => {
    const input = { firmId: globalId('Firm', world.firm.id), fields: fields({ capacity: 6 }) }
    expect(await answerOf(world.admin, Create, input)).toMatchObject({ code: 'CAPACITY_OVER_CAP', path: ['capacity'] })
  })
})

describe('修改执业人员', () => {
  test('别人先改了，后改的人被告知，不覆盖', async () => {
    const input = { id: idOf(world.practitioner), expectedVersion: world.practitioner.version }
    await askWell(world.admin, Update, { input: { ...input, fields: { note: '甲改' } } })
    expect(await answerOf(world.admin, Update, { ...input, fields: { note: '乙改' } })).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
  })

  test('两人同时只改专长，也只有一人成功', async () => {
    const input = { id: idOf(world.practitioner), expectedVersion: world.practitioner.version }
    const change = (topicCode: string) =>
      answerOf(world.admin, Update, { ...input, fields: { specialties: [{ topicCode, level: 2 }] } })
    const answers = await Promise.all([change('LABOUR'), change('TAX')])
    expect(answers.map(({ code }) => code ?? 'DONE').toSorted()).toEqual(['DONE', 'VERSION_CONFLICT'])
    expect(await db.practitionerSpecialty.count({ where: { practitionerId: world.practitioner.id } })).toBe(1)
  })

  test('律师能改自己的电话、语言、专长，改执业证号则按项拒绝', async () => {
    const input = { id: idOf(world.practitioner), expectedVersion: world.practitioner.version }
    const { updatePractitioner } = await askWell(world.lawyer, Update, {
      input: {
        ...input,
        fields: { phone: '13900005678', languages: ['普通话'], specialties: [{ topicCode: 'LABOUR', level: 3 }] },
      },
    })
    expect(updatePractitioner).toMatchObject({
      phoneMasked: '139****5678',
      specialties: [{ topicLabel: '劳动争议', level: 3 }],
    })
    const again = { ...input, expectedVersion: updatePractitioner.version }
    const answer = await answerOf(world.lawyer, Update, { ...again, fields: { politicalStatus: 'PARTY_MEMBER' } })
    expect(answer).toMatchObject({ code: 'FIELD_NOT_YOURS', path: ['politicalStatus'] })
    expect(await answerOf(world.lawyer, Update, { ...again, fields: { capacity: 5 } })).toMatchObject({
      code: 'FIELD_NOT_YOURS',
    })
  })

  test('律所管理员能改本所人员的可任社区数，看不到他所的人', async () => {
    const input = { id: idOf(world.practitioner), expectedVersion: world.practitioner.version }
    await askWell(world.firmAdmin, Update, { input: { ...input, fields: { capacity: 2 } } })
    const other = await given.practitioner(await given.firm(world.bureau))
    expect(
      await answerOf(world.firmAdmin, Update, { id: idOf(other), expectedVersion: 1, fields: { capacity: 2 } }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('可任社区数不能低于现结对的社区数', async () => {
    await given.pairing(world.community, world.practitioner)
    const input = { id: idOf(world.practitioner), expectedVersion: world.practitioner.version, fields: { capacity: 0 } }
    expect(await answerOf(world.admin, Update, input)).toMatchObject({ code: 'CAPACITY_BELOW_LOAD' })
  })
})

describe('状态与转所', () => {
  test('待核验的只能核验或注销，其余转变都说明现状', async () => {
    const fresh = await given.practitioner(world.firm, { status: 'PENDING_VERIFY' })
    const input = { id: idOf(fresh), expectedVersion: fresh.version, reason: '材料齐全' }
    expect((await answerOf(world.admin, Move, { ...input, to: 'SUSPENDED' })).message).toContain('待核验')
    const { changePractitionerStatus } = await askWell(world.admin, Move, { input: { ...input, to: 'ACTIVE' } })
    expect(changePractitionerStatus.status).toBe('ACTIVE')
  })

  test('注销时执业经历到注销日为止，理由记入操作日志', async () => {
    const input = {
      id: idOf(world.practitioner),
      expectedVersion: world.practitioner.version,
      to: 'CANCELLED',
      reason: '退休',
    }
    const { changePractitionerStatus } = await askWell(world.admin, Move, { input })
    expect(changePractitionerStatus).toMatchObject({
      status: 'CANCELLED',
      firm: null,
      memberships: [{ validTo: fromToday(0) }],
    })
    const line = await db.auditEvent.findFirst({
      where: { entityId: world.practitioner.id, act: 'changePractitionerStatus', entity: 'practitioner' },
    })
    expect(line?.reason).toBe('退休')
  })

  test('没有理由不能变更状态', async () => {
    const input = {
      id: idOf(world.practitioner),
      expectedVersion: world.practitioner.version,
      to: 'SUSPENDED',
      reason: ' ',
    }
    expect(await answerOf(world.admin, Move, input)).toMatchObject({ code: 'REASON_REQUIRED', path: ['reason'] })
  })

  test('转所自某日起，此前的驻点仍归原所，此后的归新所，结对照旧', async () => {
    const pairing = await given.pairing(world.community, world.practitioner)
    const visit = (date: string) => ({
      pairingId: pairing.id,
      communityCode: world.community.code,
      practitionerId: world.practitioner.id,
      firmId: world.firm.id,
      startsAt: new Date(`${date}T01:00:00Z`),
      endsAt: new Date(`${date}T03:00:00Z`),
      plannedOn: new Date(date),
    })
    const { write } = await import('../acts/write.ts')
    const [before, after] = await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => [
      await tx.visit.create({ data: visit(fromToday(-40)) }),
      await tx.visit.create({ data: visit(fromToday(-5)) }),
    ])
    const other = await given.firm(world.bureau)
    const input = {
      id: idOf(world.practitioner),
      expectedVersion: world.practitioner.version,
      firmId: globalId('Firm', other.id),
      on: fromToday(-10),
      reason: '转所执业',
    }
    const { transferPractitioner } = await askWell(world.admin, Transfer, { input })
    expect(transferPractitioner.firm.name).toBe(other.name)
    expect(transferPractitioner.memberships).toMatchObject([
      { validFrom: fromToday(-10), validTo: null },
      { validTo: fromToday(-10) },
    ])
    expect((await db.visit.findUnique({ where: { id: before?.id ?? '' } }))?.firmId).toBe(world.firm.id)
    expect((await db.visit.findUnique({ where: { id: after?.id ?? '' } }))?.firmId).toBe(other.id)
    expect((await db.pairing.findUnique({ where: { id: pairing.id } }))?.status).toBe('ACTIVE')
  })

  test('转所日期早于到现机构的日期，予以拒绝', async () => {
    const other = await given.firm(world.bureau)
    const input = {
      id: idOf(world.practitioner),
      expectedVersion: world.practitioner.version,
      firmId: globalId('Firm', other.id),
      on: fromToday(-4000),
      reason: '转所执业',
    }
    expect(await answerOf(world.admin, Transfer, input)).toMatchObject({
      code: 'RANGE_INVALID',
      message: expect.stringContaining('最早自次日起办理'),
      path: ['on'],
    })
  })
})

describe('考核与惩戒', () => {
  test('批量登记年度考核，不改已有的结果', async () => {
    const other = await given.practitioner(world.firm)
    const Batch = `mutation ($input: RecordAssessmentsInput!) { recordAssessments(input: $input) { __typename ${refused} ... on RecordedAssessments { recorded kept } } }`
    const One = `mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) { __typename ${refused} } }`
    await askWell(world.admin, One, { input: { practitionerId: idOf(other), year: 2019, result: 'INCOMPETENT' } })
    const input = { practitionerIds: [idOf(world.practitioner), idOf(other)], year: 2019, result: 'COMPETENT' }
    const { recordAssessments } = await askWell(world.admin, Batch, { input })
    expect(recordAssessments).toMatchObject({ recorded: 1, kept: 1 })
    const kept = await db.annualAssessment.findFirst({ where: { practitionerId: other.id, year: 2019 } })
    expect(kept?.result).toBe('INCOMPETENT')
    const stranger = await given.world()
    const mixed = { ...input, practitionerIds: [idOf(world.practitioner), idOf(stranger.practitioner)] }
    expect(await answerOf(world.admin, Batch, mixed)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('惩戒可提前解除，留有记录', async () => {
    const Add = `mutation ($input: AddSanctionInput!) { addSanction(input: $input) { __typename ${refused} ... on Practitioner { sanctions { id isInForce } } } }`
    const Lift = `mutation ($input: LiftSanctionInput!) { liftSanction(input: $input) { __typename ${refused} ... on Practitioner { sanctions { isInForce validTo } timeline { kind } } } }`
    const { addSanction } = await askWell(world.admin, Add, {
      input: {
        practitionerId: idOf(world.practitioner),
        kind: 'INDUSTRY_DISCIPLINE',
        validFrom: fromToday(-30),
        blocksPairing: true,
        reason: '违反执业纪律',
      },
    })
    const [sanction] = addSanction.sanctions
    expect(sanction.isInForce).toBe(true)
    const { liftSanction } = await askWell(world.admin, Lift, {
      input: { id: sanction.id, on: fromToday(-1), reason: '复议后撤销处分' },
    })
    expect(liftSanction.sanctions).toEqual([{ isInForce: false, validTo: fromToday(-1) }])
    expect(liftSanction.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['SANCTIONED', 'SANCTION_ENDED', 'JOINED', 'ASSESSED']),
    )
  })
})

describe('名册', () => {
  const List = `query ($filter: PractitionerFilter, $search: String) { practitioners(filter: $filter, search: $search) { totalCount edges { node { name load capacity } } } }`
  const names = async (viewer: Viewer, variables: object) =>
    (await askWell(viewer, List, { ...variables })).practitioners.edges.map(
      ({ node }: { node: { name: string } }) => node.name,
    )

  test('按姓名、拼音首字母、执业证号、手机尾号都能找到', async () => {
    const person = await given.practitioner(world.firm, {
      name: '单雨桐',
      pinyin: 'shanyutong',
      initials: 'syt',
      phoneTail: '4321',
    })
    for (const search of ['雨桐', 'syt', 'SYT', 'shanyu', person.licenceNo.slice(0, 15), '4321']) {
      expect(await names(world.admin, { search })).toContain('单雨桐')
    }
    expect(await names(world.admin, { search: '1234' })).toEqual([])
  })

  test('还可结对的：结满了的、停止执业的不在其中', async () => {
    const full = await given.practitioner(world.firm, { capacity: 1 })
    await given.pairing(world.community, full)
    await given.practitioner(world.firm, { status: 'SUSPENDED' })
    expect(await names(world.admin, { filter: { hasCapacityLeft: true } })).toEqual([world.practitioner.name])
  })

  test('律所管理员只见本所的人，律师只见自己，外局的人一个也不见', async () => {
    await given.practitioner(await given.firm(world.bureau))
    const stranger = await given.world()
    expect(await names(world.admin, {})).toHaveLength(2)
    expect(await names(world.firmAdmin, {})).toEqual([world.practitioner.name])
    expect(await names(world.lawyer, {})).toEqual([world.practitioner.name])
    const Node = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const viewer of [stranger.admin, stranger.firmAdmin, stranger.lawyer]) {
      expect((await ask(viewer, Node, { id: idOf(world.practitioner) })).data.node).toBeNull()
    }
    expect((await ask(world.lawyer, Node, { id: idOf(world.practitioner) })).data.node).not.toBeNull()
  })
})
