import { describe, expect, test } from '@jest/globals'
import { ask, askWell } from '../test/ask.ts'
import { given } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'

const fields = '__typename ... on Refusal { code } ... on SavedView { id name shared }'
const save = async (viewer: Viewer, name: string, shared: boolean) =>
  (
    await ask(viewer, `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { ${fields} } }`, {
      input: { page: 'firms', name, query: '?q=甬&sort=-name', shared },
    })
  ).data.createSavedView
const update = async (viewer: Viewer, input: object) =>
  (
    await ask(viewer, `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { ${fields} } }`, {
      input,
    })
  ).data.updateSavedView
const names = async (viewer: Viewer) =>
  (await askWell(viewer, '{ savedViews(page: "firms") { views { name query isOwn } shareRefusal } }')).savedViews

describe('视图', () => {
  test('自己保存的自己用；局里共享的，本局人人可用，别的局看不到', async () => {
    const [world, other] = [await given.world(), await given.world()]
    await save(world.lawyer, '我的', false)
    await save(world.admin, '停业的', true)
    expect((await names(world.lawyer)).views).toEqual([
      { name: '我的', query: 'q=甬&sort=-name', isOwn: true },
      { name: '停业的', query: 'q=甬&sort=-name', isOwn: false },
    ])
    expect((await names(world.admin)).views).toHaveLength(1)
    expect((await names(other.admin)).views).toEqual([])
  })

  test('律师不能把视图共享给全局；别人的视图改不了；同名会说明', async () => {
    const world = await given.world()
    expect(await save(world.lawyer, '大家的', true)).toMatchObject({ code: 'MAY_NOT_SHARE' })
    const shared = await save(world.admin, '停业的', true)
    expect(await update(world.lawyer, { viewId: shared.id, name: '改名' })).toMatchObject({ code: 'NOT_YOURS' })
    expect(await save(world.admin, '停业的', false)).toMatchObject({ code: 'NAME_TAKEN' })
    expect(await update(world.admin, { viewId: shared.id, name: '停业整顿的', shared: false })).toMatchObject({
      name: '停业整顿的',
      shared: false,
    })
  })
})
