import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const main = fileURLToPath(new URL('../server.ts', import.meta.url))

/** A port that was free a moment ago. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' ? (bound?.port ?? 0) : 0))
    })
  })

/** The server as a process of its own, once it answers. */
async function running() {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'silent', NODE_ENV: 'test', NODE_OPTIONS: '' },
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let turn = 0; turn < 250 && !(await isUp()); turn++) await sleep(100)
  return { child, ended, address }
}

describe('停机', () => {
  test('收到停止的信号时正在办的事都办完、都答复，然后以0结束', async () => {
    const { child, ended, address } = await running()
    const agent = new Agent({ keepAlive: true, maxSockets: 40 })
    const ask = (path: string, body?: object) =>
      new Promise<string>((resolve, reject) => {
        const options = { agent, method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json' } }
        const asked = request(`${address}${path}`, options, (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
          answer.on('end', () => resolve(text)).on('error', reject)
        })
        asked.on('error', reject).end(body && JSON.stringify(body))
      })
    const signIn = (at: number) =>
      ask('/graphql', {
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
        variables: { input: { userName: `stop-${at}`, password: 'Yuehu-Chun5feng' } },
      }).then((text) => text.includes('Refusal'))
    const forty = Array.from({ length: 40 }, (_, at) => at)
    // Every connection stands before it counts.
    await Promise.all(forty.map(() => ask('/health')))
    const answers = forty.map(signIn)
    // All have arrived, few are answered: each takes a slow hash.
    await sleep(100)
    child.kill('SIGTERM')
    expect(await Promise.all(answers)).toEqual(Array<boolean>(40).fill(true))
    expect(await ended).toBe(0)
  }, 60_000)
})
