import { searchKeys } from '@sitai/rules/pinyin'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Viewer } from '../access/viewer.ts'
import { ask, askWell } from '../test/ask.ts'
import { given, globalId, type World } from '../test/given.ts'

const Search = 'query ($text: String!) { search(text: $text) { kind key title detail } }'

interface Hit {
  readonly kind: string
  readonly key: string
  readonly title: string
  readonly detail: string
}

async function found(viewer: Viewer, text: string): Promise<readonly Hit[]> {
  const { search }: { search: Hit[] } = await askWell(viewer, Search, { text })
  return search
}

const titles = async (viewer: Viewer, text: string) => (await found(viewer, text)).map(({ title }) => title)

const named = (name: string, kind: 'PERSON' | 'OTHER' = 'OTHER') => ({ name, ...searchKeys(name, kind) })

describe('按名称查找', () => {
  let world: World
  let firm: Awaited<ReturnType<typeof given.firm>>
  let person: Awaited<ReturnType<typeof given.practitioner>>
  let community: Awaited<ReturnType<typeof given.community>>
  beforeAll(async () => {
    world = await given.world()
    firm = await given.firm(world.bureau, named('浙江望湖律师事务所'))
    person = await given.practitioner(firm, named('单望湖', 'PERSON'))
    community = await given.community(world.bureau, named('望湖社区'))
  })

  test('局管理员按拼音首字母找到人员、机构和社区，看得出各在哪里', async () => {
    expect(await found(world.admin, 'swh')).toEqual([
      { kind: 'PRACTITIONER', key: globalId('Practitioner', person.id), title: '单望湖', detail: firm.name },
    ])
    expect(await found(world.admin, 'zjwh')).toEqual([
      { kind: 'FIRM', key: globalId('Firm', firm.id), title: firm.name, detail: '第一街道' },
    ])
    expect(await found(world.admin, 'whsq')).toEqual([
      { kind: 'COMMUNITY', key: community.code, title: '望湖社区', detail: '第一街道' },
    ])
  })

  test('中文、全拼、证号、区划代码都找得到；一个词找出几类，人员在前', async () => {
    expect((await found(world.admin, '望湖')).map(({ kind }) => kind)).toEqual(['PRACTITIONER', 'FIRM', 'COMMUNITY'])
    expect(await titles(world.admin, 'shanwang')).toEqual(['单望湖'])
    expect(await titles(world.admin, person.licenceNo)).toEqual(['单望湖'])
    expect(await titles(world.admin, firm.licenceNo.slice(0, 16).toLowerCase())).toEqual([firm.name])
    expect(await titles(world.admin, world.streetCode)).toEqual(
      expect.arrayContaining(['第一街道', '望湖社区', world.community.name]),
    )
  })

  test('律所管理员找人只找得到本所的，律师只找得到自己；名册里的机构和社区人人可查', async () => {
    expect(await found(world.firmAdmin, 'swh')).toEqual([])
    expect(await found(world.lawyer, 'swh')).toEqual([])
    const own = { kind: 'PRACTITIONER', title: world.practitioner.name, detail: world.firm.name }
    expect(await found(world.firmAdmin, world.practitioner.name)).toMatchObject([own])
    expect(await found(world.lawyer, world.practitioner.name)).toMatchObject([own])
    expect(await titles(world.firmAdmin, '望湖')).toEqual([firm.name, '望湖社区'])
    expect(await titles(world.lawyer, '望湖')).toEqual([firm.name, '望湖社区'])
  })

  test('系统管理员只找得到账号，业务上的什么也找不到；律师找不到账号', async () => {
    expect(await found(world.sysAdmin, '望湖')).toEqual([])
    expect(await found(world.sysAdmin, world.lawyer.userName)).toMatchObject([
      { kind: 'ACCOUNT', key: globalId('Account', world.lawyer.accountId), detail: world.lawyer.userName },
    ])
    expect(await found(world.lawyer, world.firmAdmin.userName)).toEqual([])
  })

  test('外区的找不到', async () => {
    const { admin } = await given.world()
    expect(await found(admin, '望湖')).toEqual([])
    expect(await found(admin, person.licenceNo)).toEqual([])
  })

  test('不在执业的，说明状态', async () => {
    await given.practitioner(firm, { ...named('单停业', 'PERSON'), status: 'SUSPENDED' })
    expect(await found(world.admin, '单停业')).toMatchObject([{ detail: `${firm.name} · 停止执业` }])
  })

  test('百分号、下划线和反斜杠是普通的字', async () => {
    for (const sign of ['%', '_', '\\', '望%', '望_社区'])
      expect([sign, await found(world.leader, sign)]).toEqual([sign, []])
    await given.community(world.bureau, named('五成50%_社区'))
    expect(await titles(world.admin, '50%_')).toEqual(['五成50%_社区'])
  })

  test('每类至多六条', async () => {
    for (let n = 0; n < 8; n += 1) await given.community(world.bureau, named(`同名社区${n}`))
    expect(await titles(world.admin, '同名')).toHaveLength(6)
  })

  test('不写什么就什么也不找；词太长的，用中文说明', async () => {
    expect(await found(world.admin, '  ')).toEqual([])
    expect((await ask(world.admin, Search, { text: '长'.repeat(100) })).codes).toEqual([])
    expect((await ask(world.admin, Search, { text: '长'.repeat(101) })).codes).toEqual(['BAD_USER_INPUT'])
  })
})
