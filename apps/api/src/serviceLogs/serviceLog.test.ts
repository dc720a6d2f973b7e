import { describe, expect, test } from '@jest/globals'
import { ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId } from '../test/given.ts'
import { aKey, givenServiceLog, givenVisit, logFields, pairedWorld } from '../test/givenVisits.ts'
import { write } from '../acts/write.ts'

const log = `mutation ($input: LogServiceInput!) { logService(input: $input) { __typename
  ... on ServiceLog { id status typeLabel topicLabel persons warnings version firm { name } visit { id status minutes doubts } photos { url } refusals { act message } }
  ... on Refusal { code message path } } }`
const save = `mutation ($input: SaveServiceLogInput!) { saveServiceLog(input: $input) { __typename
  ... on ServiceLog { status content version returnReason } ... on Refusal { code message path } } }`
const batch = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { __typename
  ... on ReviewedServiceLogs { logs { id status confirmedByName rating returnReason voidReason } skipped { message } } ... on Refusal { code message path } } }`
const confirm = batch('confirmServiceLogs', 'ConfirmServiceLogsInput')
const giveBack = batch('returnServiceLogs', 'ServiceLogsReasonInput')
const voidLogs = batch('voidServiceLogs', 'ServiceLogsReasonInput')

describe('记日志', () => {
  test('一次记好：日志提交，驻点同时补记，时长来自填写的时间', async () => {
    const world = await pairedWorld()
    const input = {
      idempotencyKey: aKey(),
      log: logFields(world.pairing, { occurredOn: fromToday(-1) }),
      visit: { startTime: '09:00', endTime: '10:30' },
    }
    const { logService } = await askWell(world.lawyer, log, { input })
    expect(logService).toMatchObject({
      status: 'SUBMITTED',
      typeLabel: '咨询',
      topicLabel: '劳动争议',
      persons: 2,
      warnings: [],
      visit: { status: 'COMPLETED', minutes: 90, doubts: ['驻点为事后手工补记'] },
    })
  })

  test('同一篇日志同时发五次，只留下一篇', async () => {
    const world = await pairedWorld()
    const input = { idempotencyKey: aKey(), log: logFields(world.pairing) }
    const answers = await Promise.all(Array.from({ length: 5 }, () => askWell(world.lawyer, log, { input })))
    expect(new Set(answers.map(({ logService }) => logService.id)).size).toBe(1)
    expect(await db.serviceLog.count({ where: { pairingId: world.pairing.id } })).toBe(1)
  })

  test('同一编号换了内容再发，不予办理', async () => {
    const world = await pairedWorld()
    const input = { idempotencyKey: aKey(), log: logFields(world.pairing) }
    await askWell(world.lawyer, log, { input })
    const { data } = await ask(world.lawyer, log, {
      input: { ...input, log: logFields(world.pairing, { persons: 9 }) },
    })
    expect(data.logService.code).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  test('疑似重复只提醒，不拦', async () => {
    const world = await pairedWorld()
    await givenServiceLog(world.pairing)
    const { logService } = await askWell(world.lawyer, log, {
      input: { idempotencyKey: aKey(), log: logFields(world.pairing) },
    })
    expect(logService.warnings).toEqual(['同一天在本社区已有 1 篇同类型、同事项的日志，请核对是否重复。'])
  })

  test.each([
    ['内容太短', { content: '咨询' }, 'content'],
    ['没有数量', { persons: 0 }, 'persons'],
    ['单位不对', { persons: 0, copies: 3 }, 'copies'],
    ['日期在将来', { occurredOn: fromToday(1) }, 'occurredOn'],
    ['超过三十天没有理由', { occurredOn: fromToday(-40) }, 'lateReason'],
  ])('%s的不能提交，可以存草稿', async (_name, values, field) => {
    const world = await pairedWorld()
    const fields = logFields(world.pairing, values)
    const refused = await ask(world.lawyer, log, { input: { idempotencyKey: aKey(), log: fields } })
    expect(refused.data.logService).toMatchObject({ __typename: 'Refusal', path: [field] })
    const { logService } = await askWell(world.lawyer, log, {
      input: { idempotencyKey: aKey(), log: fields, submit: false },
    })
    expect(logService).toMatchObject({
      status: 'DRAFT',
      refusals: expect.not.arrayContaining([expect.objectContaining({ act: 'saveServiceLog' })]),
    })
  })

  test('不是自己的结对、别人的照片、没有的类型，都不行', async () => {
    const world = await pairedWorld()
    const colleague = await given.practitioner(world.firm)
    const foreign = await given.pairing(await given.community(world.bureau), colleague)
    const tried = async (fields: Record<string, unknown>) =>
      (await ask(world.lawyer, log, { input: { idempotencyKey: aKey(), log: fields } })).data.logService.code
    expect(await tried(logFields(foreign))).toBe('NOT_FOUND')
    const theirs = await aPhoto(world.admin.accountId, world.divisionCode)
    expect(await tried(logFields(world.pairing, { photoIds: [globalId('StoredFile', theirs)] }))).toBe('FILE_UNKNOWN')
    expect(await tried(logFields(world.pairing, { typeCode: 'NONSENSE' }))).toBe('TYPE_UNKNOWN')
    expect(await tried(logFields(world.pairing, { topicCode: 'NONSENSE' }))).toBe('TOPIC_UNKNOWN')
  })

  test('照片跟着日志走：看得到日志的才看得到照片', async () => {
    const world = await pairedWorld()
    const photo = await aPhoto(world.lawyer.accountId, world.divisionCode)
    const { logService } = await askWell(world.lawyer, log, {
      input: { idempotencyKey: aKey(), log: logFields(world.pairing, { photoIds: [globalId('StoredFile', photo)] }) },
    })
    expect(logService.photos).toEqual([{ url: `/api/files/${photo}` }])
    const stranger = await given.someone('FIRM_ADMIN', {
      divisionCode: world.divisionCode,
      firmId: (await given.firm(world.bureau)).id,
    })
    const node = 'query ($id: ID!) { node(id: $id) { id } }'
    const id = globalId('StoredFile', photo)
    expect((await askWell(world.firmAdmin, node, { id })).node).not.toBeNull()
    expect((await ask(stranger, node, { id })).data?.node ?? null).toBeNull()
  })

  test('记在已安排的驻点名下，同时完成它', async () => {
    const world = await pairedWorld()
    const visit = await givenVisit(world.pairing, { on: fromToday(-3) })
    const fields = logFields(world.pairing, { occurredOn: fromToday(-3), visitId: globalId('Visit', visit.id) })
    const { logService } = await askWell(world.lawyer, log, {
      input: { idempotencyKey: aKey(), log: fields, visit: {} },
    })
    expect(logService.visit).toMatchObject({ status: 'COMPLETED', minutes: null })
  })
})

describe('退回、修改、确认、作废', () => {
  test('律所退回写明理由，本人改好再交，律所确认并记下社区的评分', async () => {
    const world = await pairedWorld()
    const { id, version } = await givenServiceLog(world.pairing)
    const ids = [globalId('ServiceLog', id)]
    expect((await ask(world.firmAdmin, giveBack, { input: { ids, reason: '' } })).data.returnServiceLogs.code).toBe(
      'REASON_REQUIRED',
    )
    const { returnServiceLogs } = await askWell(world.firmAdmin, giveBack, { input: { ids, reason: '请写明处理结果' } })
    expect(returnServiceLogs.logs).toMatchObject([{ status: 'RETURNED', returnReason: '请写明处理结果' }])

    const fields = logFields(world.pairing, { content: '已补充：当事人同意协商，约定下周复核。' })
    const stale = await ask(world.lawyer, save, {
      input: { id: ids[0], expectedVersion: version, log: fields, submit: true },
    })
    expect(stale.data.saveServiceLog.code).toBe('VERSION_CONFLICT')
    const saved = await askWell(world.lawyer, save, {
      input: { id: ids[0], expectedVersion: version + 1, log: fields, submit: true },
    })
    expect(saved.saveServiceLog).toMatchObject({ status: 'SUBMITTED', returnReason: null })

    const noName = await ask(world.firmAdmin, confirm, { input: { ids, rating: 5 } })
    expect(noName.data.confirmServiceLogs.code).toBe('NAME_REQUIRED')
    const { confirmServiceLogs } = await askWell(world.firmAdmin, confirm, {
      input: { ids, rating: 5, confirmedByName: '社区王主任（虚构）' },
    })
    expect(confirmServiceLogs.logs).toMatchObject([
      { status: 'CONFIRMED', rating: 5, confirmedByName: '社区王主任（虚构）' },
    ])
    const late = await ask(world.lawyer, save, { input: { id: ids[0], expectedVersion: 99, log: fields } })
    expect(late.data.saveServiceLog.code).toBe('STATE_CHANGED')
  })

  test('成批确认：能办的办，不能办的说明原因；不能确认自己的', async () => {
    const world = await pairedWorld()
    const good = await givenServiceLog(world.pairing)
    const done = await givenServiceLog(world.pairing, { status: 'CONFIRMED' })
    const ids = [good, done].map(({ id }) => globalId('ServiceLog', id))
    const { confirmServiceLogs } = await askWell(world.firmAdmin, confirm, { input: { ids } })
    expect(confirmServiceLogs.logs).toHaveLength(1)
    expect(confirmServiceLogs.skipped[0].message).toContain('已确认')

    const own = await givenServiceLog(world.pairing)
    const selfAdmin = { ...world.firmAdmin, practitionerId: world.practitioner.id }
    const { data } = await ask(selfAdmin, confirm, { input: { ids: [globalId('ServiceLog', own.id)] } })
    expect(data.confirmServiceLogs.code).toBe('OWN_LOG')
  })

  test('只有司法局能作废已提交的；作者能丢弃自己的草稿；草稿别人看不见', async () => {
    const world = await pairedWorld()
    const handedIn = await givenServiceLog(world.pairing)
    const draft = await givenServiceLog(world.pairing, { status: 'DRAFT', submittedAt: null })
    const input = (id: string) => ({ input: { ids: [globalId('ServiceLog', id)], reason: '重复填写' } })
    expect((await ask(world.lawyer, voidLogs, input(handedIn.id))).data.voidServiceLogs.code).toBe('NOT_YOURS')
    expect((await ask(world.admin, voidLogs, input(draft.id))).data.voidServiceLogs.code).toBe('NOT_FOUND')
    expect((await askWell(world.admin, voidLogs, input(handedIn.id))).voidServiceLogs.logs).toMatchObject([
      { status: 'VOID', voidReason: '重复填写' },
    ])
    expect((await askWell(world.lawyer, voidLogs, input(draft.id))).voidServiceLogs.logs).toHaveLength(1)
    const event = await db.auditEvent.findFirstOrThrow({ where: { entityId: handedIn.id, act: 'voidServiceLogs' } })
    expect(event.reason).toBe('重复填写')
  })

  test('两人同时一个确认一个退回，只有一个办成', async () => {
    const world = await pairedWorld()
    const { id } = await givenServiceLog(world.pairing)
    const ids = [globalId('ServiceLog', id)]
    const [a, b] = await Promise.all([
      ask(world.firmAdmin, confirm, { input: { ids } }),
      ask(world.admin, giveBack, { input: { ids, reason: '内容不全' } }),
    ])
    const kinds = [a.data.confirmServiceLogs, b.data.returnServiceLogs].map((answer) => answer.code ?? 'done')
    expect(kinds.toSorted((one, other) => one.localeCompare(other))).toEqual(['done', 'STATE_CHANGED'])
  })

  test('事实归服务当日所在的律所：律师转所后，原所仍看得到', async () => {
    const world = await pairedWorld()
    const { id } = await givenServiceLog(world.pairing, { occurredOn: new Date(`${fromToday(-10)}T00:00:00Z`) })
    const newFirm = await given.firm(world.bureau)
    await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
      await tx.firmMembership.updateMany({
        where: { practitionerId: world.practitioner.id },
        data: { validTo: new Date(`${fromToday(-5)}T00:00:00Z`) },
      })
      await tx.firmMembership.create({
        data: {
          practitionerId: world.practitioner.id,
          firmId: newFirm.id,
          validFrom: new Date(`${fromToday(-5)}T00:00:00Z`),
        },
      })
    })
    const newAdmin = await given.someone('FIRM_ADMIN', { divisionCode: world.divisionCode, firmId: newFirm.id })
    const one = 'query ($id: ID!) { serviceLog(id: $id) { firm { name } } }'
    expect((await askWell(world.firmAdmin, one, { id: globalId('ServiceLog', id) })).serviceLog.firm.name).toBe(
      world.firm.name,
    )
    expect((await askWell(newAdmin, one, { id: globalId('ServiceLog', id) })).serviceLog).toBeNull()
  })
})

function aPhoto(accountId: string, divisionCode: string): Promise<string> {
  return write(
    { system: '测试', requestId: 'test' },
    'given',
    async (tx) =>
      (
        await tx.storedFile.create({
          data: { hash: aKey(), name: '现场.jpg', mime: 'image/jpeg', size: 1000, accountId, divisionCode },
        })
      ).id,
  )
}
