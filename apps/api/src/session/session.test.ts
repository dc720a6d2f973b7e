import { describe, expect, test } from '@jest/globals'
import { actNames } from '../access/acts.ts'
import { now } from '../time/clock.ts'
import { ask, askWell } from '../test/ask.ts'
import { db, given, globalId } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { deviceOf, placeOf } from './device.ts'
import { hashToken } from './token.ts'
import { sessionOf as sessionState } from './sessionRow.ts'
import { clerk, comesWith, days, endConnections, minutes, password, person, signIn } from './test/people.ts'

const ChangePassword = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on Refusal { code message path } ... on Viewer { passwordDue } } }`

const sessionOf = (token: string) => db.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } })
const turnBack = (token: string, data: { lastSeenAt?: Date; expiresAt?: Date }) =>
  write(clerk, 'given', (tx) => tx.session.update({ where: { tokenHash: hashToken(token) }, data }))

describe('会话', () => {
  test('闲置超过规定时间就结束，并记下原因', async () => {
    const { userName } = await person()
    const { token } = await signIn(userName)
    await turnBack(token, { lastSeenAt: minutes(29) })
    expect(await comesWith(token)).not.toBeNull()
    await turnBack(token, { lastSeenAt: minutes(31) })
    expect(await comesWith(token)).toBeNull()
    const session = await sessionOf(token)
    expect(session.endReason).toBe('IDLE')
    expect(await db.auditEvent.findMany({ where: { entity: 'session', entityId: session.id } })).toMatchObject([
      { act: 'sessionTimeout' },
    ])
  })

  test('登录时间到了就结束，不管有没有在操作', async () => {
    const { userName } = await person()
    const { token } = await signIn(userName)
    await turnBack(token, { expiresAt: minutes(1) })
    expect(await comesWith(token)).toBeNull()
    expect((await sessionOf(token)).endReason).toBe('EXPIRED')
  })

  test('时钟走快时登录的，校正以后不再作数', async () => {
    const { userName } = await person()
    const { token } = await signIn(userName)
    await turnBack(token, { lastSeenAt: minutes(-3), expiresAt: days(-400) })
    expect(await comesWith(token)).not.toBeNull()
    await turnBack(token, { lastSeenAt: days(-365), expiresAt: days(-400) })
    expect(await comesWith(token)).toBeNull()
    expect((await sessionOf(token)).endReason).toBe('EXPIRED')
  })

  test('和数据库的任何一条连接断了，之前记住的都不再作数', async () => {
    const { userName } = await person()
    const { token } = await signIn(userName)
    const stateOf = async () => (await sessionState({ tokenHash: hashToken(token) })).snapshot
    const before = await stateOf()
    expect(await stateOf()).toBe(before)
    await endConnections()
    for (let turn = 0; turn < 50 && (await stateOf().catch(() => before)) === before; turn++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await stateOf()).not.toBe(before)
    expect(await comesWith(token)).not.toBeNull()
  })

  test('同时来的请求各认各的人，冒充的进不来；停用了一个，下一次只少他', async () => {
    const people = await Promise.all([person(), person(), person()])
    const tokens: string[] = []
    for (const { userName } of people) tokens.push((await signIn(userName)).token)
    const [first = '', ...others] = tokens
    const comeAll = async () => {
      const viewers = await Promise.all([...tokens, 'forged', ...tokens].map(comesWith))
      return viewers.map((viewer) => viewer?.accountId ?? null)
    }
    const ids = people.map(({ accountId }) => accountId)
    expect(await comeAll()).toEqual([...ids, null, ...ids])
    expect(await comeAll()).toEqual([...ids, null, ...ids])

    await write(clerk, 'given', (tx) =>
      tx.account.update({ where: { id: ids[0] ?? '' }, data: { status: 'DISABLED' } }),
    )
    expect(await comesWith(first)).toBeNull()
    expect(await Promise.all(others.map(comesWith))).toMatchObject(ids.slice(1).map((accountId) => ({ accountId })))
  })

  test('授权的期限一过就不算，哪怕这期间没有人动过任何数据', async () => {
    const { userName, grantId } = await person()
    const { token } = await signIn(userName)
    const validTo = new Date(now().getTime() + 3000)
    await write(clerk, 'given', (tx) => tx.grant.update({ where: { id: grantId }, data: { validTo } }))
    expect(await comesWith(token)).toMatchObject({ grantId })
    while (now() <= validTo) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await comesWith(token)).toBeNull()
  })

  test('授权终止，下一次请求就进不来；还有别的授权，就以那一项继续', async () => {
    const { userName, grantId, accountId, divisionCode } = await person()
    const { token } = await signIn(userName)
    const second = await write(clerk, 'given', (tx) =>
      tx.grant.create({ data: { accountId, role: 'LEADER', divisionCode, validFrom: minutes(1) } }),
    )
    await write(clerk, 'given', (tx) => tx.grant.update({ where: { id: grantId }, data: { validTo: now() } }))
    expect(await comesWith(token)).toMatchObject({ role: 'LEADER', grantId: second.id })
    await write(clerk, 'given', (tx) => tx.grant.update({ where: { id: second.id }, data: { validTo: now() } }))
    expect(await comesWith(token)).toBeNull()
    expect((await signIn(userName)).data.code).toBe('NO_GRANT')
  })

  test('授权的范围改了，下一次请求就按新的范围', async () => {
    const { userName, grantId } = await person()
    const { token } = await signIn(userName)
    const other = await given.bureau()
    await write(clerk, 'given', (tx) =>
      tx.grant.update({ where: { id: grantId }, data: { divisionCode: other.divisionCode } }),
    )
    expect(await comesWith(token)).toMatchObject({ divisionCode: other.divisionCode })
  })

  test('本人看得到自己各处的登录，可以让别处下线，下线的立即失效', async () => {
    const { userName } = await person()
    const [phone, desk] = [await signIn(userName), await signIn(userName)]
    const me = await comesWith(desk.token)
    const { mySessions } = await askWell(me, '{ mySessions { id device place isCurrent refusals { act message } } }')
    expect(mySessions).toHaveLength(3)
    expect(mySessions.filter((it: { isCurrent: boolean }) => it.isCurrent)).toHaveLength(1)
    const { id } = await sessionOf(phone.token)
    await askWell(
      me,
      `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename ... on Session { endedAt } } }`,
      {
        input: { sessionId: globalId('Session', id) },
      },
    )
    expect(await comesWith(phone.token)).toBeNull()
    expect(await comesWith(desk.token)).not.toBeNull()
    await askWell(me, 'mutation { endOtherSessions { __typename } }')
    expect((await askWell(me, '{ mySessions { isCurrent } }')).mySessions).toEqual([{ isCurrent: true }])
  })

  test('管理员可以让本区划的人下线，别的区划的人看不到也动不了', async () => {
    const world = await given.world()
    const stranger = await person()
    const End = `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename ... on Refusal { code } } }`
    const end = (viewer: Viewer, sessionId: string) =>
      ask(viewer, End, { input: { sessionId: globalId('Session', sessionId) } })
    expect((await end(world.admin, world.lawyer.sessionId)).data.endSession.__typename).toBe('Session')
    expect((await db.session.findUniqueOrThrow({ where: { id: world.lawyer.sessionId } })).endReason).toBe('REVOKED')
    expect((await end(world.admin, stranger.sessionId)).data.endSession.code).toBe('NOT_FOUND')
    expect((await end(world.firmAdmin, world.admin.sessionId)).data.endSession.code).toBe('NOT_FOUND')
    expect((await end(world.admin, world.sysAdmin.sessionId)).data.endSession.code).toBe('ABOVE_YOU')
  })

  test('设备和地点用人听得懂的话说', () => {
    expect(
      deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120'),
    ).toBe('Windows 电脑 · Edge')
    expect(deviceOf('Mozilla/5.0 (Linux; Android 13) AppleWebKit Chrome/86 Mobile MicroMessenger/8')).toBe(
      '安卓手机 · 微信',
    )
    expect(deviceOf(null)).toBe('未知设备')
    expect([placeOf('::ffff:10.1.2.3'), placeOf('127.0.0.1'), placeOf('8.8.8.8'), placeOf(null)]).toEqual([
      '内网 10.1.2.3',
      '本机',
      '外网 8.8.8.8',
      '未知地点',
    ])
  })
})

describe('密码', () => {
  test('初始密码没有改，什么事都办不了，连一个字段也读不到', async () => {
    const { userName } = await person({ mustChangePassword: true })
    const { token, data } = await signIn(userName)
    expect(data).toMatchObject({ passwordDue: 'INITIAL', acts: ['self'] })
    const viewer = await comesWith(token)
    for (const query of [
      '{ accounts { totalCount } }',
      '{ firms { totalCount } }',
      '{ dictionary(kind: TOPIC) { code } }',
      '{ settings { key } }',
      '{ auditEvents { edges { node { key } } } }',
    ]) {
      expect((await ask(viewer, query)).codes).toEqual(['FORBIDDEN'])
    }
    const { data: own } = await ask(viewer, '{ viewer { acts } }')
    expect(own.viewer.acts).toEqual(['self'])
    expect(actNames.length).toBeGreaterThan(20)
  })

  test('密码到期，先改密码才能办事', async () => {
    const { userName } = await person({ passwordChangedAt: days(91) })
    const { token, data } = await signIn(userName)
    expect(data).toMatchObject({ passwordDue: 'EXPIRED', acts: ['self'] })
    const changed = await askWell(await comesWith(token), ChangePassword, {
      input: { currentPassword: password, newPassword: 'Sanjiang-Qiao82' },
    })
    expect(changed.changePassword.passwordDue).toBeNull()
    expect((await comesWith(token))?.mustChangePassword).toBe(false)
  })

  test.each([
    ['Ab1!', 'PASSWORD_WEAK', '密码至少8位'],
    ['Password123!', 'PASSWORD_WEAK', '太容易被猜到'],
    ['Ningbo2026!', 'PASSWORD_WEAK', '太容易被猜到'],
    [password, 'PASSWORD_USED', '最近用过'],
  ])('新密码 %s 不行：%s', async (newPassword, code, words) => {
    const { userName } = await person()
    const { token } = await signIn(userName)
    const { data } = await ask(await comesWith(token), ChangePassword, {
      input: { currentPassword: password, newPassword },
    })
    expect(data.changePassword).toMatchObject({ code, path: ['newPassword'] })
    expect(data.changePassword.message).toContain(words)
  })

  test('改密码使别处的登录全部下线', async () => {
    const { userName } = await person()
    const [phone, desk] = [await signIn(userName), await signIn(userName)]
    await askWell(await comesWith(desk.token), ChangePassword, {
      input: { currentPassword: password, newPassword: 'Sanjiang-Qiao82' },
    })
    expect(await comesWith(phone.token)).toBeNull()
    expect((await sessionOf(phone.token)).endReason).toBe('PASSWORD_CHANGED')
  })
})
