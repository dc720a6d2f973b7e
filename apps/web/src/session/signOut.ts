import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { countUnsent, forgetOutbox } from './unsent.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/**
 * Ends the session. The page is loaded anew, so that nothing of it stays in the browser's memory.
 * Without a connection nothing happens but the banner: the session is still open on the server. Logs that wait on
 * this phone go with the session; whoever has some is asked first.
 */
export async function signOut(): Promise<void> {
  const unsent = await countUnsent()
  if (unsent > 0 && !window.confirm(`这台设备上还有 ${unsent} 篇日志没有发送，退出后会清除。仍要退出吗？`)) return
  const { error } = await client.mutate({ mutation: SignOut, errorPolicy: 'all' })
  if (error) return
  await forgetOutbox()
  window.location.assign(paths.signIn())
}
