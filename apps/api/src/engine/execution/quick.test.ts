import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Viewer } from '../../access/viewer.ts'

const people =
  'query People($first: Int, $with: Boolean = true) { practitioners(first: $first) { edges { node { id name firm @include(if: $with) { id name } pairings { id community { code name } } } } } }'
const person = 'query Person($id: ID!) { practitioner(id: $id) { id name } }'
const accounts = 'query Accounts { accounts(first: 5) { edges { node { id } } } }'
const addItem =
  'mutation Add($input: AddDictItemInput!) { addDictItem(input: $input) { __typename ... on Refusal { code message path } ... on DictEntry { code label } } }'
const signOut = 'mutation Out { signOut }'
const documents = [people, person, accounts, addItem, signOut]
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const file = join(mkdtempSync(join(tmpdir(), 'sitai-quick-')), 'documents.json')
writeFileSync(file, JSON.stringify(Object.fromEntries(documents.map((it) => [idOf(it), it]))))
process.env['SITAI_DOCUMENTS'] = file
process.env['LOG_LEVEL'] = 'silent'

const servers: Server[] = []
let quick = ''
let plain = ''
let cookies: Record<'admin' | 'lawyer', string>
let leaving: Viewer
let slow = 0

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  return `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/graphql`
}

beforeAll(async () => {
  const { app } = await import('../../http/app.ts')
  const { quickAnswers } = await import('./quick.ts')
  const { populated } = await import('../../test/populated.ts')
  const { tokenOf } = await import('../../test/http.ts')
  const web = await app()
  plain = await listen(web)
  quick = await listen(
    quickAnswers((request, response) => {
      slow++
      web(request, response)
    }),
  )
  const { admin, lawyer, leader } = await populated(3)
  leaving = leader
  cookies = { admin: `sitai=${await tokenOf(admin)}`, lawyer: `sitai=${await tokenOf(lawyer)}` }
}, 60_000)

afterAll(async () => {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
  const { stopApp } = await import('../../http/app.ts')
  await stopApp()
})

async function asked(url: string, body: unknown, headers: Record<string, string>) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  })
  const { status } = response
  return {
    status,
    type: response.headers.get('content-type'),
    sniff: response.headers.get('x-content-type-options'),
    cookie: response.headers.get('set-cookie'),
    text: (await response.text()).replaceAll(/"requestId":"[^"]+"/g, ''),
  }
}

/** Asks both ways; they must answer the same. Whether the quick one did it alone. */
async function both(body: unknown, headers: Record<string, string> = {}) {
  const before = slow
  const [answer, reference] = [await asked(quick, body, headers), await asked(plain, body, headers)]
  expect(answer).toEqual(reference)
  return { ...answer, alone: slow === before }
}

describe('已知的查询抄近路作答，与走完整一路相同', () => {
  test.each([
    ['不说要什么', {}],
    ['Apollo 客户端', { accept: 'application/graphql-response+json,application/json;q=0.9' }],
    ['浏览器，可压缩', { accept: '*/*', 'accept-encoding': 'gzip, deflate, br' }],
  ])('%s', async (_who, headers) => {
    for (const variables of [{}, { first: 2 }, { first: 2, with: false }]) {
      const { status, alone } = await both(
        { documentId: idOf(people), variables, operationName: 'People' },
        { cookie: cookies.admin, ...headers },
      )
      expect([status, alone]).toEqual([200, true])
    }
  })

  test.each([
    ['没有登录', people, {}, ''],
    ['会话是假的', people, {}, 'sitai=nobody'],
    ['无权', accounts, {}, 'lawyer'],
    ['编号不对', person, { id: 'bogus' }, 'admin'],
    ['缺变量', person, {}, 'admin'],
    ['变量的类型不对', people, { first: 'two' }, 'admin'],
    ['页太大', people, { first: -1 }, 'admin'],
  ])('%s：照常说明', async (_what, document, variables, who) => {
    const cookie = who === 'admin' || who === 'lawyer' ? cookies[who] : who
    const { text, alone } = await both({ documentId: idOf(document), variables }, { cookie })
    expect([text.includes('"errors"'), alone]).toEqual([true, false])
  })

  test.each([
    ['不是 JSON', '{"documentId":'],
    ['一个数', '17'],
    ['不认识的编号', { documentId: 'sha256:0' }],
    ['几个一起', [{ documentId: idOf(people) }]],
    ['变量不是对象', { documentId: idOf(people), variables: 'x' }],
    ['操作名不对', { documentId: idOf(people), operationName: 'Nobody' }],
    ['带着别的', { documentId: idOf(people), extensions: {} }],
  ])('%s：照常说明', async (_what, body) => {
    const { status } = await both(body, { cookie: cookies.admin })
    expect(status).toBeLessThan(500)
  })

  const add = (input: object) => ({ documentId: idOf(addItem), variables: { input: { kind: 'TOPIC', ...input } } })

  test('办理一件事：办成、不予办理，都只办一次', async () => {
    const { db } = await import('../../data/db.ts')
    const cookie = cookies.admin
    const before = slow
    const made = await asked(quick, add({ code: 'QUICK', label: '抄近路' }), { cookie })
    expect([made.status, JSON.parse(made.text), slow - before]).toEqual([
      200,
      { data: { addDictItem: { __typename: 'DictEntry', code: 'QUICK', label: '抄近路' } } },
      0,
    ])
    expect(await db.dictItem.count({ where: { code: 'QUICK' } })).toBe(1)
    for (const input of [
      { code: 'QUICK', label: '再来一次' },
      { code: '小写 不行', label: '' },
    ]) {
      const { text, alone } = await both(add(input), { cookie })
      expect([text.includes('"Refusal"'), alone]).toEqual([true, true])
    }
    expect(await db.dictItem.count({ where: { code: 'QUICK' } })).toBe(1)
  })

  test.each([
    ['无权', add({ code: 'NOT_MINE', label: '无权' }), 'lawyer', true],
    ['数据库读不懂的字', add({ code: 'NUL', label: '\0' }), 'admin', true],
    ['缺了必填的', add({ label: '缺代码' }), 'admin', false],
    ['没有登录', add({ code: 'NOBODY', label: '没有登录' }), 'nobody', false],
  ] as const)('办理不成（%s）：照常说明', async (_what, body, who, isAlone) => {
    const cookie = who === 'nobody' ? 'sitai=nobody' : cookies[who]
    const { text, alone } = await both(body, { cookie })
    expect([text.includes('"errors"') || text.includes('Refusal'), alone]).toEqual([true, isAlone])
  })

  test('退出登录，带回清除会话的 cookie', async () => {
    const { tokenOf } = await import('../../test/http.ts')
    const answers = []
    for (const url of [quick, plain])
      answers.push(await asked(url, { documentId: idOf(signOut) }, { cookie: `sitai=${await tokenOf(leaving)}` }))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.cookie).toContain('sitai=;')
  })

  test('别人一改，下一次就是新的；没有人改，再答一次', async () => {
    const { db } = await import('../../data/db.ts')
    const { write } = await import('../../acts/write.ts')
    const question = { documentId: idOf(people), variables: { first: 50 } }
    const cookie = cookies.admin
    for (let turn = 0; turn < 20; turn++) {
      const first = await both(question, { cookie })
      const again = await Promise.all([1, 2, 3].map(async () => (await both(question, { cookie })).text))
      expect(again).toEqual([first.text, first.text, first.text])
      const someone = await db.practitioner.findFirst({ orderBy: { id: turn % 2 ? 'asc' : 'desc' } })
      const name = `改名${turn}`
      await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
        tx.practitioner.update({ where: { id: someone?.id ?? '' }, data: { name } }),
      )
      expect((await both(question, { cookie })).text).toContain(name)
    }
  })
})
