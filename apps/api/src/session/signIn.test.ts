import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../acts/refusal.ts'
import { write } from '../acts/write.ts'
import { db } from '../test/given.ts'
import { signIn as signInFrom } from './session.ts'
import { clerk, comesWith, days, minutes, password, person, signIn } from './test/people.ts'

describe('登录', () => {
  test('登录名和密码都对，就能进来；登录日志记下这一次', async () => {
    const { userName, accountId } = await person()
    const { token, data } = await signIn(userName)
    expect(data).toMatchObject({ __typename: 'Viewer', passwordDue: null })
    expect(await comesWith(token)).toMatchObject({ accountId })
    expect(await db.signInEvent.findMany({ where: { accountId } })).toMatchObject([
      { outcome: 'SUCCEEDED', ip: '127.0.0.1' },
    ])
  })

  test('登录名不存在和密码错误，说的话一样', async () => {
    const { userName } = await person()
    const wrong = (await signIn(userName, 'wrong')).data
    const unknown = (await signIn(`nobody-${randomUUID()}`, 'wrong')).data
    expect(wrong).toEqual(unknown)
    expect(wrong.code).toBe('WRONG_CREDENTIALS')
  })

  test('连续输错五次，账号锁定；锁定期内密码对了也进不来，到期自动解除', async () => {
    const { userName, accountId } = await person()
    const codes = []
    for (let turn = 0; turn < 5; turn++) codes.push((await signIn(userName, 'wrong')).data.code)
    expect(codes).toEqual([
      'WRONG_CREDENTIALS',
      'WRONG_CREDENTIALS',
      'WRONG_CREDENTIALS',
      'WRONG_CREDENTIALS',
      'LOCKED',
    ])
    expect((await signIn(userName)).data.code).toBe('LOCKED')
    await write(clerk, 'given', (tx) =>
      tx.account.update({ where: { id: accountId }, data: { lockedUntil: minutes(1) } }),
    )
    expect((await signIn(userName)).data.__typename).toBe('Viewer')
    expect((await db.account.findUniqueOrThrow({ where: { id: accountId } })).lockedUntil).toBeNull()
  })

  test('几个人同时猜同一个账号，次数一次不少', async () => {
    const { userName } = await person()
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(userName, 'wrong')))
    expect(answers.filter(({ data }) => data.code === 'LOCKED').length).toBeGreaterThan(0)
    expect((await signIn(userName)).data.code).toBe('LOCKED')
  })

  test('五个地址一起猜，猜对的那次排在后面也进不来', async () => {
    const { userName } = await person()
    const from = (at: number) => ({ requestId: 'test', ip: `10.0.0.${at % 5}`, userAgent: null })
    const told = await Promise.all(
      Array.from({ length: 57 }, (_, at) =>
        signInFrom({ userName, password: at === 45 ? password : 'wrong' }, from(at)).then(
          () => 'IN',
          (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
        ),
      ),
    )
    expect(told.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(4)
    expect(told.filter((code) => code === 'LOCKED')).toHaveLength(53)
  })

  test('没有的名字和有的名字，输错几次得到的答复一模一样', async () => {
    const { userName } = await person()
    const told = async (name: string) => {
      const codes: string[] = []
      for (let turn = 0; turn < 8; turn++) codes.push((await signIn(name, 'wrong')).data.code)
      return codes
    }
    const known = await told(userName)
    expect(known).toEqual([...Array<string>(4).fill('WRONG_CREDENTIALS'), ...Array<string>(4).fill('LOCKED')])
    expect(await told(`ghost-${randomUUID()}`)).toEqual(known)
  })

  test('同一地址不停地试一个不存在的名字，会被要求稍后再试', async () => {
    const userName = `ghost-${randomUUID()}`
    const codes = new Set<string>()
    for (let turn = 0; turn < 21; turn++) codes.add((await signIn(userName, 'wrong')).data.code)
    expect([...codes]).toEqual(['WRONG_CREDENTIALS', 'LOCKED', 'RATE_LIMITED'])
    expect((await signIn(userName, 'wrong')).data.message).toMatch(/^登录尝试过于频繁，请 \d+ 分钟后再试。$/)
  })

  test('初始密码放了太久就作废', async () => {
    const { userName } = await person({ mustChangePassword: true, passwordChangedAt: days(31) })
    expect((await signIn(userName)).data.code).toBe('INITIAL_PASSWORD_EXPIRED')
  })
})
