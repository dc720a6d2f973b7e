import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`)

/**
 * Ends the session. The page is loaded anew, so that nothing of it stays in the browser's memory.
 * Without a connection nothing happens but the banner: the session is still open on the server.
 */
export async function signOut(): Promise<void> {
  const { error } = await client.mutate({ mutation: SignOut, errorPolicy: 'all' })
  if (!error) window.location.assign(paths.signIn())
}
