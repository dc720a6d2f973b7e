import { describe, expect, test } from '@jest/globals'
import { askWell } from '../test/ask.ts'
import { day, fromToday, given, globalId } from '../test/given.ts'
import { withRefusal } from '../test/withRefusal.ts'
import { write } from '../acts/write.ts'
import { act, asGlobal, pair, propose, shown } from './test/pairings.testing.ts'

const clerk = { system: '测试', requestId: 'test' }
const of = (pairing: { id: string }, more: Record<string, unknown> = {}) => ({
  id: asGlobal(pairing.id),
  expectedVersion: 1,
  ...more,
})

describe('BR-01 一个社区同一时间只有一名首席顾问', () => {
  test('已有首席顾问时再结对，说明是谁、到哪一天；聘期接在其后则可以', async () => {
    const { admin, community, firm, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    const other = await given.practitioner(firm)
    const refused = await pair(admin, community, other)
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'LEAD_TAKEN', path: ['communityCode'] })
    expect(refused.message).toContain(practitioner.name)
    expect(refused.message).toContain(fromToday(499))
    expect(await pair(admin, community, other, { termFrom: fromToday(500), termTo: fromToday(800) })).toMatchObject({
      status: 'CONFIRMED',
    })
    expect(held.status).toBe('ACTIVE')
  })

  test('别的区的社区如同没有，不会说出谁是它的首席顾问', async () => {
    const [{ admin, practitioner }, other] = [await given.world(), await given.world()]
    await given.pairing(other.community, other.practitioner)
    for (const refused of [
      await propose(admin, other.community, practitioner),
      await pair(admin, other.community, practitioner),
    ]) {
      expect(refused).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' })
      expect(refused.message).not.toContain(other.practitioner.name)
    }
  })

  test('首席之外可以有助理，但不能是同一人（BR-06）', async () => {
    const { admin, community, firm, practitioner } = await given.world()
    await given.pairing(community, practitioner)
    const refused = await propose(admin, community, practitioner, { seat: 'ASSISTANT' })
    expect(refused).toMatchObject({ code: 'ALREADY_PAIRED' })
    expect(await propose(admin, community, await given.practitioner(firm), { seat: 'ASSISTANT' })).toMatchObject({
      status: 'PROPOSED',
    })
  })
})

test('BR-02 结对社区数满了的人不能再结对，理由写明已任几个', async () => {
  const world = await given.world()
  const busy = await given.practitioner(world.firm, { capacity: 1 })
  await given.pairing(await given.community(world), busy)
  const refused = await pair(world.admin, world.community, busy)
  expect(refused).toMatchObject({ code: 'CAPACITY_FULL', message: '已担任1个社区的顾问，达到上限1个。' })
})

describe('BR-03 只有在正常执业、考核称职、未受惩戒的人可以担任', () => {
  test.each([
    ['停止执业', { status: 'SUSPENDED' as const }, 'PRACTITIONER_NOT_ACTIVE'],
    ['尚待核验', { status: 'PENDING_VERIFY' as const }, 'PRACTITIONER_NOT_ACTIVE'],
  ])('%s的人不行', async (_name, values, code) => {
    const { admin, community, firm } = await given.world()
    expect(await pair(admin, community, await given.practitioner(firm, values))).toMatchObject({ code })
  })

  test('受惩戒、考核不称职、机构停业的人不行，理由一次说全', async () => {
    const { admin, community, bureau } = await given.world()
    const closed = await given.firm(bureau, { status: 'SUSPENDED' })
    const person = await given.practitioner(closed)
    await write(clerk, 'given', async (tx) => {
      await tx.sanction.create({
        data: {
          practitionerId: person.id,
          kind: 'INDUSTRY_DISCIPLINE',
          validFrom: day(fromToday(-10)),
          validTo: day(fromToday(90)),
          reason: '测试',
        },
      })
      await tx.annualAssessment.updateMany({ where: { practitionerId: person.id }, data: { result: 'INCOMPETENT' } })
    })
    const { message } = await pair(admin, community, person)
    expect(message).toContain('停业整顿')
    expect(message).toContain('受惩戒')
    expect(message).toContain('不称职')
  })

  test('拟聘之后被停止执业的，确认时再次把关', async () => {
    const { admin, community, practitioner } = await given.world()
    const proposed = await propose(admin, community, practitioner)
    await write(clerk, 'given', (tx) =>
      tx.practitioner.update({ where: { id: practitioner.id }, data: { status: 'SUSPENDED' } }),
    )
    expect(await act(admin, 'confirmPairing', of(proposed))).toMatchObject({ code: 'PRACTITIONER_NOT_ACTIVE' })
  })
})

test('BR-08 顾问换了律所，结对照旧，结对时所在机构不变', async () => {
  const { admin, community, practitioner, bureau, firm } = await given.world()
  const held = await given.pairing(community, practitioner)
  const next = await given.firm(bureau)
  await write(clerk, 'given', async (tx) => {
    await tx.firmMembership.updateMany({
      where: { practitionerId: practitioner.id },
      data: { validTo: day(fromToday(0)) },
    })
    await tx.firmMembership.create({
      data: { practitionerId: practitioner.id, firmId: next.id, validFrom: day(fromToday(0)) },
    })
  })
  expect(await shown(admin, held.id, 'status firmAtStart { id } practitioner { firm { id } }')).toMatchObject({
    status: 'ACTIVE',
    firmAtStart: { id: globalId('Firm', firm.id) },
    practitioner: { firm: { id: globalId('Firm', next.id) } },
  })
})

describe('状态', () => {
  test('拟聘、确认、履职、暂停、恢复依次办理，别的顺序都不行', async () => {
    const { admin, community, practitioner } = await given.world()
    const made = await propose(admin, community, practitioner)
    const step = (name: string, expectedVersion: number, more = {}) =>
      act(admin, name, { id: made.id, expectedVersion, ...more })
    expect(await step('activatePairing', 1)).toMatchObject({
      code: 'STATE_CHANGED',
      message: '结对当前为「拟聘」，只能转为「已确认」、「未通过」。',
    })
    expect(await step('confirmPairing', 1)).toMatchObject({ status: 'CONFIRMED' })
    expect(await step('confirmPairing', 1)).toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(await step('activatePairing', 2)).toMatchObject({ status: 'ACTIVE' })
    expect(await step('pausePairing', 3, { from: fromToday(0), reason: '外出学习' })).toMatchObject({
      status: 'PAUSED',
    })
    expect(await step('renewPairing', 4)).toMatchObject({ code: 'STATE_CHANGED' })
    expect(await step('resumePairing', 4)).toMatchObject({ status: 'ACTIVE' })
    expect(await step('rejectPairing', 5, { reason: '不合适' })).toMatchObject({ code: 'STATE_CHANGED' })
  })

  test('聘期未到的不能提前开始；未通过的席位可以另聘', async () => {
    const { admin, community, practitioner, firm } = await given.world()
    const later = await pair(admin, community, practitioner, { termFrom: fromToday(10) })
    expect(await act(admin, 'activatePairing', of(later))).toMatchObject({ code: 'TERM_NOT_BEGUN' })
    expect(await act(admin, 'rejectPairing', of(later, { reason: '' }))).toMatchObject({ path: ['reason'] })
    expect(await act(admin, 'rejectPairing', of(later, { reason: '本人另有安排' }))).toMatchObject({
      status: 'REJECTED',
    })
    expect(await pair(admin, community, await given.practitioner(firm))).toMatchObject({ status: 'ACTIVE' })
  })

  test('聘期过长、已过去、社区已撤并的，不予结对', async () => {
    const { admin, community, practitioner, bureau } = await given.world()
    expect(await pair(admin, community, practitioner, { termTo: fromToday(2000) })).toMatchObject({
      message: '聘期最长3年',
      path: ['termTo'],
    })
    expect(
      await pair(admin, community, practitioner, { termFrom: fromToday(-100), termTo: fromToday(-1) }),
    ).toMatchObject({ code: 'TERM_OVER' })
    const gone = await given.community(bureau, { status: 'MERGED' })
    expect(await pair(admin, gone, practitioner)).toMatchObject({ code: 'COMMUNITY_NOT_ACTIVE' })
  })
})

describe('谁看得到', () => {
  test('律所管理员看本所人员的结对，律师看自己的，都不能办理', async () => {
    const { firmAdmin, lawyer, admin, community, practitioner, bureau } = await given.world()
    await given.pairing(community, practitioner)
    const otherFirm = await given.firm(bureau)
    await given.pairing(await given.community(bureau), await given.practitioner(otherFirm))
    const list = '{ pairings { totalCount edges { node { status refusals { act message } community { name } } } } }'
    expect((await askWell(admin, list)).pairings.totalCount).toBe(2)
    for (const viewer of [firmAdmin, lawyer]) {
      const { pairings } = await askWell(viewer, list)
      expect(pairings).toMatchObject({
        totalCount: 1,
        edges: [{ node: { refusals: withRefusal('terminatePairing', '结对由司法局办理。') } }],
      })
    }
  })
})
