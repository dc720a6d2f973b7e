import { describe, expect, test } from '@jest/globals'
import { settingCatalogue } from '@sitai/rules/settings'
import { ask, askWell } from '../test/ask.ts'
import { given } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'
import { settingsOf } from './settings.ts'

const fields = '__typename ... on Refusal { code message path } ... on Setting { value isOwn version inherited }'
const change = async (viewer: Viewer, key: string, value: number, expectedVersion = 0) =>
  (
    await ask(viewer, `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { ${fields} } }`, {
      input: { key, value, expectedVersion, reason: '局务会定' },
    })
  ).data.changeSetting

describe('参数', () => {
  test('页面上有规则里的每一个数，带名称、单位、默认值和说明', async () => {
    const { admin } = await given.world()
    const { settings } = await askWell(admin, '{ settings { key label unit help default value isOwn } }')
    expect(settings.map((it: { key: string }) => it.key)).toEqual(settingCatalogue.map(({ key }) => key))
    expect(settings.every((it: { isOwn: boolean; help: string }) => !it.isOwn && it.help !== '')).toBe(true)
  })

  test('改了就生效，恢复默认也生效', async () => {
    const { admin, divisionCode } = await given.world()
    expect(await change(admin, 'yellowFromDay', 20)).toMatchObject({ value: 20, isOwn: true, version: 1 })
    expect((await settingsOf(divisionCode)).yellowFromDay).toBe(20)
    expect(await change(admin, 'yellowFromDay', 21, 1)).toMatchObject({ value: 21, version: 2 })
    const { resetSetting } = await askWell(
      admin,
      `mutation ($input: ResetSettingInput!) { resetSetting(input: $input) { ${fields} } }`,
      { input: { key: 'yellowFromDay', expectedVersion: 2 } },
    )
    expect(resetSetting).toMatchObject({ value: 25, isOwn: false, version: 0 })
    expect((await settingsOf(divisionCode)).yellowFromDay).toBe(25)
  })

  test('超出范围、互相矛盾、别人刚改过，都不予保存并说明', async () => {
    const { admin } = await given.world()
    expect(await change(admin, 'yellowFromDay', 40)).toMatchObject({
      code: 'INVALID',
      message: '「黄色提醒日」应为1至31之间的整数。',
    })
    expect(await change(admin, 'capacityDefault', 6)).toMatchObject({ code: 'SETTINGS_CONFLICT' })
    expect(await change(admin, 'nothing', 6)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await change(admin, 'yellowFromDay', 20)).__typename).toBe('Setting')
    expect(await change(admin, 'yellowFromDay', 22)).toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  test('两人同时改两个互相制约的数，不会合起来矛盾', async () => {
    const { admin } = await given.world()
    const answers = await Promise.all([change(admin, 'capacityDefault', 5), change(admin, 'capacityCap', 3)])
    expect(answers.filter((it) => it.__typename === 'Setting')).toHaveLength(1)
  })

  test('系统管理员只看不改，律师也看得到', async () => {
    const { sysAdmin, lawyer } = await given.world()
    expect(
      (
        await ask(
          sysAdmin,
          `mutation { changeSetting(input: { key: "yellowFromDay", value: 20, expectedVersion: 0 }) { __typename } }`,
        )
      ).codes,
    ).toEqual(['FORBIDDEN'])
    expect((await askWell(lawyer, '{ settings { key } }')).settings.length).toBeGreaterThan(30)
  })
})
