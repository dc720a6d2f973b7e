import { describe, expect, test } from '@jest/globals'
import { terminationGrounds } from '@sitai/rules/dictionaries'
import { defaultServiceTypes, defaultTopics } from '@sitai/rules/taxonomy'
import { ask, askWell } from '../test/ask.ts'
import { db, given } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'

interface Item {
  code: string
  label: string
  active: boolean
  origin: string
  version: number
}

const items = async (viewer: Viewer, kind = 'TOPIC'): Promise<Item[]> =>
  (await askWell(viewer, `{ dictionary(kind: ${kind}) { code label active origin version } }`)).dictionary

async function act(viewer: Viewer, name: string, input: Record<string, unknown>) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const fields = name === 'reorderDictItems' ? '' : '... on DictEntry { code label active origin version }'
  const { data } = await ask(
    viewer,
    `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code message } ${fields} } }`,
    { input },
  )
  return data[name]
}

describe('字典', () => {
  test('每个局一开始就有规则里的全部主题、服务类型和解聘原因', async () => {
    const { lawyer } = await given.world()
    const plain = (list: readonly { code: string; label: string }[]) => list.map(({ code, label }) => ({ code, label }))
    expect(plain(await items(lawyer, 'TOPIC'))).toEqual(plain(defaultTopics))
    expect(plain(await items(lawyer, 'SERVICE_TYPE'))).toEqual(plain(defaultServiceTypes))
    expect(plain(await items(lawyer, 'TERMINATION_GROUND'))).toEqual(plain(terminationGrounds))
  })

  test('一个局改了通用项的名字，别的局不受影响；恢复后又是通用的名字', async () => {
    const [world, other] = [await given.world(), await given.world()]
    const changed = await act(world.admin, 'updateDictItem', {
      kind: 'TOPIC',
      code: 'TAX',
      expectedVersion: 0,
      label: '税费争议',
    })
    expect(changed).toMatchObject({ label: '税费争议', origin: 'OVERRIDDEN', version: 1 })
    expect((await items(other.admin)).find(({ code }) => code === 'TAX')).toMatchObject({
      label: '税务',
      origin: 'INHERITED',
    })
    expect(await act(world.admin, 'resetDictItem', { kind: 'TOPIC', code: 'TAX', expectedVersion: 1 })).toMatchObject({
      label: '税务',
      origin: 'INHERITED',
      version: 0,
    })
  })

  test('自己加的项可以停用，不能删除；停用的老记录上还认得', async () => {
    const { admin } = await given.world()
    expect(await act(admin, 'addDictItem', { kind: 'TOPIC', code: 'pets', label: '宠物纠纷' })).toMatchObject({
      code: 'PETS',
      origin: 'OWN',
    })
    expect(
      await act(admin, 'updateDictItem', { kind: 'TOPIC', code: 'PETS', expectedVersion: 1, active: false }),
    ).toMatchObject({ active: false })
    expect((await items(admin)).at(-1)).toMatchObject({ code: 'PETS', active: false })
    expect(await act(admin, 'resetDictItem', { kind: 'TOPIC', code: 'PETS', expectedVersion: 2 })).toMatchObject({
      code: 'OWN_ITEM',
    })
    expect(await act(admin, 'addDictItem', { kind: 'TOPIC', code: 'PETS', label: '另一个' })).toMatchObject({
      code: 'CODE_TAKEN',
    })
  })

  test('同名、空名、坏代码都会说明；最后一个启用项不能停用', async () => {
    const { admin } = await given.world()
    expect(await act(admin, 'addDictItem', { kind: 'TOPIC', code: 'TAX2', label: '税务' })).toMatchObject({
      code: 'LABEL_TAKEN',
    })
    expect(await act(admin, 'addDictItem', { kind: 'TOPIC', code: 'TAX2', label: '  ' })).toMatchObject({
      code: 'INVALID',
    })
    expect(await act(admin, 'addDictItem', { kind: 'TOPIC', code: '税', label: '某' })).toMatchObject({
      code: 'INVALID',
    })
    const kind = 'TERMINATION_GROUND'
    for (const { code } of terminationGrounds.slice(1))
      await act(admin, 'updateDictItem', { kind, code, expectedVersion: 0, active: false })
    expect(
      await act(admin, 'updateDictItem', { kind, code: 'OWN_REQUEST', expectedVersion: 0, active: false }),
    ).toMatchObject({ code: 'LAST_ACTIVE' })
  })

  test('调换两项的顺序只动这两项；名单变了要重新载入', async () => {
    const { admin, divisionCode } = await given.world()
    const codes = (await items(admin)).map(({ code }) => code)
    const [first = '', second = '', ...rest] = codes
    await act(admin, 'reorderDictItems', { kind: 'TOPIC', codes: [second, first, ...rest] })
    expect((await items(admin)).map(({ code }) => code)).toEqual([second, first, ...rest])
    expect(await db.dictItem.count({ where: { divisionCode } })).toBe(2)
    expect(await act(admin, 'reorderDictItems', { kind: 'TOPIC', codes: rest })).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
  })

  test('两个管理员同时改一项，一个成，一个得到提醒', async () => {
    const { admin, sysAdmin } = await given.world()
    const input = { kind: 'TOPIC', code: 'IP', expectedVersion: 0 }
    const answers = await Promise.all([
      act(admin, 'updateDictItem', { ...input, label: '知产' }),
      act(sysAdmin, 'updateDictItem', { ...input, label: '专利商标' }),
    ])
    expect(new Set(answers.map((it) => it.code))).toEqual(new Set(['VERSION_CONFLICT', 'IP']))
  })
})
