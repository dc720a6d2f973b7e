import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { config } from '../config.ts'
import { globalId, given } from '../test/given.ts'
import { db, formWith, useHttp } from '../test/http.ts'
import { write } from '../acts/write.ts'
import { isKept, pathOfContent } from './content.ts'
import { sweepFiles } from './file.ts'

const http = useHttp()

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** The same picture with another tail, so that it is another content. */
const picture = () => new Uint8Array([...png, ...Buffer.from(String(Math.random()))])

const post = (viewer: Parameters<typeof http>[0], bytes: Uint8Array<ArrayBuffer>, name: string, headers = {}) =>
  http(viewer, '/api/files', { method: 'POST', body: formWith(bytes, name), headers })

const stored = async (answer: Response) => z.object({ id: z.string(), url: z.string() }).parse(await answer.json())

describe('照片上传', () => {
  test('顾问上传的照片能原样取回，按内容判定类型，文件名支持中文', async () => {
    const { lawyer } = await given.world()
    const answer = await post(lawyer, png, '调解现场.jpg')
    expect(answer.status).toBe(201)
    const { id, url } = await stored(answer)
    expect(id).toBe(globalId('StoredFile', url.split('/').at(-1) ?? ''))
    const got = await http(lawyer, url)
    expect(got.status).toBe(200)
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="????.jpg"; filename*=UTF-8''${encodeURIComponent('调解现场.jpg')}`,
    })
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(png)
  })

  test('同一张照片存两次，磁盘上只有一份，且按散列存放', async () => {
    const { lawyer } = await given.world()
    const bytes = picture()
    await Promise.all([post(lawyer, bytes, '1.png'), post(lawyer, bytes, '2.png')])
    const files = await db.storedFile.findMany({ where: { accountId: lawyer.accountId } })
    expect(files).toHaveLength(2)
    expect(new Set(files.map(({ hash }) => hash)).size).toBe(1)
    expect(await isKept(files[0]?.hash ?? '')).toBe(true)
  })

  test.each([
    ['改了扩展名的文本', new TextEncoder().encode('<script>alert(1)</script>'), 415, 'WRONG_TYPE'],
    ['空文件', new Uint8Array(), 422, 'EMPTY_FILE'],
    ['超过大小上限的文件', new Uint8Array(10 * 2 ** 20 + 1), 413, 'TOO_LARGE'],
  ])('%s不予接收，也不留在磁盘上', async (_what, bytes, status, code) => {
    const { lawyer } = await given.world()
    const answer = await post(lawyer, bytes, 'photo.png')
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ __typename: 'Refusal', code })
    expect(readdirSync(join(config.SITAI_DATA_DIR, 'files', 'incoming'))).toEqual([])
    expect(await db.storedFile.count({ where: { accountId: lawyer.accountId } })).toBe(0)
  })

  test('未登录、无权上传、缺少防伪标记的请求都被拒绝', async () => {
    const { lawyer, leader } = await given.world()
    expect((await post(null, png, 'a.png')).status).toBe(401)
    expect((await post(leader, png, 'a.png')).status).toBe(403)
    const forged = await post(lawyer, png, 'a.png', { 'x-sitai': '0' })
    expect(forged.status).toBe(403)
    expect(await forged.json()).toMatchObject({ code: 'CSRF' })
  })

  test('别人还没挂到日志上的照片，读起来如同不存在', async () => {
    const [one, other] = [await given.world(), await given.world()]
    const { url } = await stored(await post(one.lawyer, png, 'a.png'))
    for (const viewer of [one.firmAdmin, other.lawyer, other.admin]) expect((await http(viewer, url)).status).toBe(404)
    expect((await http(one.lawyer, '/api/files/..%2f..%2fdata.key')).status).toBe(404)
  })
})

describe('文件清理', () => {
  test('没有挂到任何记录上的文件一天后清除，记录和内容都不留；新上传的不动', async () => {
    const { lawyer } = await given.world()
    const [stale, fresh] = [picture(), picture()]
    const ids: string[] = []
    for (const bytes of [stale, fresh]) {
      const { url } = await stored(await post(lawyer, bytes, 'a.png'))
      ids.push(url.split('/').at(-1) ?? '')
    }
    const [old, young] = await Promise.all(ids.map((id) => db.storedFile.findUniqueOrThrow({ where: { id } })))
    const longAgo = new Date(Date.now() - 3 * 24 * 3_600_000)
    await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
      tx.storedFile.update({ where: { id: old?.id ?? '' }, data: { createdAt: longAgo } }),
    )
    // A day on, for the disk as well: the sweep looks at it with tomorrow's clock.
    const lost = pathOfContent('0'.repeat(64))
    mkdirSync(dirname(lost), { recursive: true })
    writeFileSync(lost, 'left by a crash')
    utimesSync(lost, longAgo, longAgo)
    await sweepFiles(new Date())
    expect(await db.storedFile.count({ where: { id: { in: ids } } })).toBe(1)
    expect(await isKept(young?.hash ?? '')).toBe(true)
    await sweepFiles(new Date(Date.now() + 25 * 3_600_000))
    expect(await isKept(old?.hash ?? '')).toBe(false)
    expect(await isKept('0'.repeat(64))).toBe(false)
    expect(await db.storedFile.count({ where: { id: { in: ids } } })).toBe(0)
  })
})
