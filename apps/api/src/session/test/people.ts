import { urlAs } from '@sitai/db/url'
import { Client } from 'pg'
import type { Viewer } from '../../access/viewer.ts'
import { write } from '../../acts/write.ts'
import { ask } from '../../test/ask.ts'
import { given } from '../../test/given.ts'
import { now } from '../../time/clock.ts'
import { config } from '../../config.ts'
import { hashPassword } from '../password.ts'
import { hashToken } from '../token.ts'
import { viewerOfSession } from '../viewer.ts'

/** What the tests of signing in and of sessions say often. */

export const clerk = { system: '测试', requestId: 'test' }
export const password = 'Yuehu-Chun5feng'
export const days = (count: number) => new Date(now().getTime() - count * 24 * 3_600_000)
export const minutes = (count: number) => new Date(now().getTime() - count * 60_000)

const SignIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { code message } ... on Viewer { passwordDue acts account { id } } } }`

/** Someone with a password, signed out. */
export async function person(values: { mustChangePassword?: boolean; passwordChangedAt?: Date } = {}) {
  const bureau = await given.bureau()
  const viewer = await given.someone('BUREAU_ADMIN', bureau)
  const passwordHash = await hashPassword(password)
  await write(clerk, 'given', (tx) =>
    tx.account.update({ where: { id: viewer.accountId }, data: { passwordHash, ...values } }),
  )
  return { ...viewer, bureau }
}

/** Signs in and answers the cookie's token, or the refusal's code. */
export async function signIn(userName: string, typed = password) {
  let token = ''
  const { data } = await ask(null, SignIn, { input: { userName, password: typed } }, (next) => {
    token = next ?? ''
  })
  return { token, data: data.signIn }
}

/** Whoever comes with this token now: what every request asks. */
export const comesWith = (token: string): Promise<Viewer | null> =>
  viewerOfSession({ tokenHash: hashToken(token) }, { requestId: 'test', ip: '127.0.0.1' })

/** As when PostgreSQL crashes: all connections of the application end. */
export async function endConnections() {
  const owner = new Client({ connectionString: urlAs(undefined, config.DATABASE_URL) })
  await owner.connect()
  await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
  await owner.end()
}
