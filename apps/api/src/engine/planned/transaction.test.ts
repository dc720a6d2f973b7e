import { describe, expect, test } from '@jest/globals'
import { db } from '../../data/db.ts'
import { given } from '../../test/given.ts'
import { write } from '../../acts/write.ts'

const clerk = { system: '测试', requestId: 'test' }

/** A bureau of its own, what a topic of it is made of, and the codes of those that are there. */
async function bureau() {
  const { divisionCode } = await given.bureau()
  const where = { divisionCode }
  return {
    topic: (code: string) => ({ divisionCode, kind: 'TOPIC' as const, code, label: '测试' }),
    codes: async () => (await db.dictItem.findMany({ where, orderBy: { code: 'asc' } })).map(({ code }) => code),
  }
}

describe('最后一步与提交一起送出', () => {
  test('办完的留下，并答所办的', async () => {
    const { topic, codes } = await bureau()
    const made = await write(clerk, 'test', (tx, end) => end(() => tx.dictItem.create({ data: topic('A') })))
    expect(made).toMatchObject({ code: 'A', label: '测试' })
    expect(await codes()).toEqual(['A'])
  })

  test('最后一步被数据库拒绝的，前面办的也不留', async () => {
    const { topic, codes } = await bureau()
    await write(clerk, 'test', (tx) => tx.dictItem.create({ data: topic('A') }))
    const act = write(clerk, 'test', async (tx, end) => {
      await tx.dictItem.create({ data: topic('B') })
      return end(() => tx.dictItem.create({ data: topic('A') }))
    })
    await expect(act).rejects.toThrow('这个代码已存在')
    expect(await codes()).toEqual(['A'])
  })

  test('一条语句说不了的，等它说完再提交', async () => {
    const { topic, codes } = await bureau()
    await write(clerk, 'test', (tx, end) => end(() => tx.dictItem.createMany({ data: [topic('A'), topic('B')] })))
    expect(await codes()).toEqual(['A', 'B'])
  })

  test('与一条语句说不了的一起的，也等它说完', async () => {
    const { topic, codes } = await bureau()
    await write(clerk, 'test', (tx, end) =>
      end(() =>
        Promise.all([
          tx.dictItem.create({ data: topic('A') }),
          tx.dictItem.createMany({ data: [topic('B'), topic('C')] }),
        ]),
      ),
    )
    expect(await codes()).toEqual(['A', 'B', 'C'])
  })

  test.each(['create', 'createMany'] as const)('提交之后再要办的，报错：%s', async (late) => {
    const { topic, codes } = await bureau()
    const act = write(clerk, 'test', async (tx, end) => {
      await end(() => tx.dictItem.create({ data: topic('A') }))
      return late === 'create'
        ? tx.dictItem.create({ data: topic('B') })
        : tx.dictItem.createMany({ data: [topic('B')] })
    })
    await expect(act).rejects.toThrow('a statement came after its last')
    expect(await codes()).toEqual(['A'])
  })
})
