import { describe, expect, test } from '@jest/globals'
import { askWell } from '../test/ask.ts'
import { given, globalId } from '../test/given.ts'

describe('搜索', () => {
  test('百分号、下划线、反斜线就是它们自己，不是通配符', async () => {
    const { bureau, admin } = await given.world()
    const named = async (name: string) => globalId('Firm', (await given.firm(bureau, { name })).id)
    const [percent, underscore, backslash] = [await named('百分%所'), await named('下划_所'), await named('反斜\\所')]
    const found = async (search: string) => {
      const { firms } = await askWell(
        admin,
        'query ($search: String) { firms(search: $search) { edges { node { id } } } }',
        {
          search,
        },
      )
      return firms.edges.map(({ node }: { node: { id: string } }) => node.id)
    }
    expect(await found('%')).toEqual([percent])
    expect(await found('_')).toEqual([underscore])
    expect(await found('\\')).toEqual([backslash])
    expect(await found('百_%')).toEqual([])
  })
})
