import { describe, expect, test } from '@jest/globals'
import { ask, askWell } from '../test/ask.ts'
import { db, given, globalId, type World } from '../test/given.ts'
import { withRefusal } from '../test/withRefusal.ts'
import type { Viewer } from '../access/viewer.ts'

const accountId = (viewer: Viewer) => globalId('Account', viewer.accountId)

async function act(viewer: Viewer, name: string, input: Record<string, unknown>, fields = '__typename') {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const { data, codes } = await ask(
    viewer,
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code message path } ${fields} } }`,
    { input },
  )
  return codes.length > 0 ? { codes } : data[name]
}

const grantIn = (world: World, role: string, more = {}) => ({ role, divisionCode: world.divisionCode, ...more })
const someName = () => `user${Math.random().toString(36).slice(2, 10)}`

describe('开通账号', () => {
  test('局管理员给领导开账号：初始密码只显示这一次，库里只有散列，首次登录须改', async () => {
    const world = await given.world()
    const userName = someName()
    const made = await act(
      world.admin,
      'createAccount',
      { userName, displayName: '方立诚', grant: grantIn(world, 'LEADER') },
      '... on NewPassword { initialPassword account { id userName mustChangePassword grants { roleLabel } } }',
    )
    expect(made).toMatchObject({ account: { userName, mustChangePassword: true, grants: [{ roleLabel: '领导' }] } })
    expect(made.initialPassword).toMatch(/^.{12,}$/)
    const row = await db.account.findUniqueOrThrow({ where: { userName } })
    expect(row.passwordHash).toMatch(/^\$argon2id\$/)
    expect(row).toMatchObject({ initials: 'flc', divisionCode: world.divisionCode })
    const log = await db.auditEvent.findMany({ where: { entityId: row.id } })
    expect(JSON.stringify(log, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      made.initialPassword,
    )
    const { data } = await ask(
      null,
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Viewer { passwordDue } } }`,
      { input: { userName, password: made.initialPassword } },
    )
    expect(data.signIn).toEqual({ passwordDue: 'INITIAL' })
  })

  test.each([
    ['系统管理员', { role: 'SYS_ADMIN' }, 'ABOVE_YOU'],
    ['上级区划的管理员', { role: 'BUREAU_ADMIN', divisionCode: '33' }, 'BEYOND_PLACE'],
    ['没有指定机构的律所管理员', { role: 'FIRM_ADMIN' }, 'INVALID'],
    ['没有关联执业人员的律师', { role: 'LAWYER' }, 'PRACTITIONER_REQUIRED'],
  ])('局管理员不能开%s', async (_what, more, code) => {
    const world = await given.world()
    const made = await act(world.admin, 'createAccount', {
      userName: someName(),
      displayName: '王某',
      grant: { ...grantIn(world, 'LEADER'), ...more },
    })
    expect(made.code).toBe(code)
  })

  test('外区划的机构不能授给本区划的律所管理员', async () => {
    const [world, other] = [await given.world(), await given.world()]
    const firmId = globalId('Firm', other.firm.id)
    const made = await act(world.admin, 'createAccount', {
      userName: someName(),
      displayName: '王某',
      grant: grantIn(world, 'FIRM_ADMIN', { firmId }),
    })
    expect(made).toMatchObject({ code: 'NOT_FOUND', path: ['firmId'] })
  })

  test('登录名不分大小写，重名会说明', async () => {
    const world = await given.world()
    const userName = someName()
    const input = { displayName: '王某', grant: grantIn(world, 'LEADER') }
    expect((await act(world.admin, 'createAccount', { ...input, userName: userName.toUpperCase() })).__typename).toBe(
      'NewPassword',
    )
    expect(await act(world.admin, 'createAccount', { ...input, userName })).toMatchObject({
      code: 'USER_NAME_TAKEN',
      path: ['userName'],
    })
  })

  test('给还没有账号的执业人员批量开通，同名的登录名加编号，两人同时点也不会开两个', async () => {
    const world = await given.world()
    const people = [
      await given.practitioner(world.firm, { name: '林静宜' }),
      await given.practitioner(world.firm, { name: '林静宜' }),
    ]
    const waiting = await askWell(
      world.admin,
      '{ practitionersWithoutAccount { totalCount edges { node { name firmName } } } }',
    )
    expect(waiting.practitionersWithoutAccount.totalCount).toBe(2)
    const input = { practitionerIds: people.map(({ id }) => globalId('Practitioner', id)) }
    const fields =
      '... on NewPasswords { slips { initialPassword account { userName practitionerName grants { role } } } }'
    const answers = await Promise.all([
      act(world.admin, 'createPractitionerAccounts', input, fields),
      act(world.admin, 'createPractitionerAccounts', input, fields),
    ])
    const done = answers.find((it) => it.__typename === 'NewPasswords')
    expect(answers.find((it) => it.__typename === 'Refusal')).toMatchObject({ code: 'PRACTITIONER_HAS_ACCOUNT' })
    const names = done.slips.map((it: { account: { userName: string } }) => it.account.userName)
    expect(new Set(names).size).toBe(2)
    expect(names[0]).toMatch(/^linjingyi\d*$/)
    expect(done.slips[0].account.grants).toEqual([{ role: 'LAWYER' }])
  })
})

describe('管理账号', () => {
  test('停用使其全部登录当场下线，启用后可以再登录', async () => {
    const world = await given.world()
    expect(
      (
        await act(world.admin, 'disableAccount', {
          accountId: accountId(world.lawyer),
          expectedVersion: 1,
          reason: '调离',
        })
      ).__typename,
    ).toBe('Account')
    expect(await db.session.count({ where: { accountId: world.lawyer.accountId, endedAt: null } })).toBe(0)
    const { version } = await db.account.findUniqueOrThrow({ where: { id: world.lawyer.accountId } })
    const enabled = await act(
      world.admin,
      'enableAccount',
      { accountId: accountId(world.lawyer), expectedVersion: version },
      '... on Account { status }',
    )
    expect(enabled).toMatchObject({ status: 'ACTIVE' })
  })

  test('谁也不能停用自己、给自己授权、重置自己的密码、终止自己最后一项管理授权', async () => {
    const world = await given.world()
    const own = accountId(world.admin)
    expect(
      await act(world.admin, 'disableAccount', { accountId: own, expectedVersion: 1, reason: '试试看' }),
    ).toMatchObject({ code: 'OWN_ACCOUNT' })
    expect(await act(world.admin, 'resetPassword', { accountId: own })).toMatchObject({ code: 'OWN_ACCOUNT' })
    expect(await act(world.admin, 'addGrant', { accountId: own, grant: grantIn(world, 'LEADER') })).toMatchObject({
      code: 'OWN_ACCOUNT',
    })
    expect(
      await act(world.admin, 'endGrant', { grantId: globalId('Grant', world.admin.grantId), reason: '试试看' }),
    ).toMatchObject({ code: 'LAST_ADMIN_GRANT' })
  })

  test('局管理员动不了系统管理员的账号，系统管理员动得了局管理员的', async () => {
    const world = await given.world()
    const target = { accountId: accountId(world.sysAdmin), expectedVersion: 1, reason: '试试看' }
    expect(await act(world.admin, 'disableAccount', target)).toMatchObject({ code: 'ABOVE_YOU' })
    expect(await act(world.admin, 'resetPassword', { accountId: target.accountId })).toMatchObject({
      code: 'ABOVE_YOU',
    })
    expect(
      await act(world.admin, 'addGrant', { accountId: target.accountId, grant: grantIn(world, 'LEADER') }),
    ).toMatchObject({ code: 'ABOVE_YOU' })
    expect(
      (await act(world.sysAdmin, 'disableAccount', { ...target, accountId: accountId(world.admin) })).__typename,
    ).toBe('Account')
    const { account } = await askWell(
      world.admin,
      'query ($id: ID!) { account(id: $id) { refusals { act message } } }',
      { id: target.accountId },
    )
    expect(account.refusals).toEqual(withRefusal('updateAccount', '系统管理员的账号只能由系统管理员管理。'))
  })

  test('持有上级区划授权的账号，本区划的管理员不能动', async () => {
    const world = await given.world()
    const city = world.divisionCode.slice(0, 4)
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('sitai.viewer', '{"act": "given"}', true)`
      await tx.grant.create({ data: { accountId: world.leader.accountId, role: 'BUREAU_ADMIN', divisionCode: city } })
    })
    expect(await act(world.admin, 'resetPassword', { accountId: accountId(world.leader) })).toMatchObject({
      code: 'BEYOND_PLACE',
    })
  })

  test('重置密码使其下线，要求修改，旧密码作废', async () => {
    const world = await given.world()
    const reset = await act(
      world.admin,
      'resetPassword',
      { accountId: accountId(world.leader) },
      '... on NewPassword { initialPassword account { mustChangePassword } }',
    )
    expect(reset.account.mustChangePassword).toBe(true)
    expect(await db.session.findUniqueOrThrow({ where: { id: world.leader.sessionId } })).toMatchObject({
      endReason: 'REVOKED',
    })
  })

  test('两个管理员同时改一个账号，后一个得到提醒', async () => {
    const world = await given.world()
    const input = { accountId: accountId(world.leader), expectedVersion: 1, userName: someName(), displayName: '甲某' }
    const answers = await Promise.all([
      act(world.admin, 'updateAccount', input),
      act(world.sysAdmin, 'updateAccount', { ...input, userName: someName(), displayName: '乙某' }),
    ])
    expect(new Set(answers.map((it) => it.code ?? it.__typename))).toEqual(new Set(['Account', 'VERSION_CONFLICT']))
  })

  test('同一项授权不能重复；范围和期限可以改，终止立即生效并写明理由', async () => {
    const world = await given.world()
    const target = accountId(world.leader)
    expect(await act(world.admin, 'addGrant', { accountId: target, grant: grantIn(world, 'LEADER') })).toMatchObject({
      code: 'GRANT_HELD',
    })
    expect(
      (
        await act(world.admin, 'addGrant', {
          accountId: target,
          grant: grantIn(world, 'FIRM_ADMIN', { firmId: globalId('Firm', world.firm.id) }),
        })
      ).__typename,
    ).toBe('Account')
    const grant = await db.grant.findFirstOrThrow({ where: { accountId: world.leader.accountId, role: 'FIRM_ADMIN' } })
    const grantId = globalId('Grant', grant.id)
    const other = await given.firm(world.bureau)
    const changed = await act(
      world.admin,
      'changeGrant',
      { grantId, expectedVersion: 1, divisionCode: world.divisionCode, firmId: globalId('Firm', other.id) },
      '... on Account { grants { firmName } }',
    )
    expect(changed.grants).toContainEqual({ firmName: other.name })
    expect((await act(world.admin, 'endGrant', { grantId, reason: '离职' })).__typename).toBe('Account')
    expect(await act(world.admin, 'endGrant', { grantId, reason: '离职' })).toMatchObject({ code: 'ENDED' })
    expect(
      await db.auditEvent.findFirst({ where: { act: 'endGrant', entityId: world.leader.accountId } }),
    ).toMatchObject({ reason: '离职' })
  })

  test('按姓名、拼音首字母、登录名、角色、状态、机构都找得到', async () => {
    const world = await given.world()
    const userName = someName()
    await act(world.admin, 'createAccount', {
      userName,
      displayName: '单中奇',
      grant: grantIn(world, 'FIRM_ADMIN', { firmId: globalId('Firm', world.firm.id) }),
    })
    const Find =
      'query ($search: String, $filter: AccountFilter) { accounts(search: $search, filter: $filter) { totalCount edges { node { userName } } } }'
    for (const search of ['中奇', 'szq', 'shanz', userName.slice(0, 8)]) {
      const { accounts } = await askWell(world.admin, Find, { search })
      expect(accounts.edges).toEqual([{ node: { userName } }])
    }
    const count = async (filter: object) => (await askWell(world.admin, Find, { filter })).accounts.totalCount
    expect(await count({ role: ['FIRM_ADMIN'] })).toBe(2)
    expect(await count({ state: 'INITIAL_PASSWORD' })).toBe(1)
    expect(await count({ firmId: globalId('Firm', world.firm.id) })).toBe(3)
    expect(await count({ state: 'LOCKED' })).toBe(0)
  })
})
