import type { Page } from 'playwright-core'

type Variables = Readonly<Record<string, unknown>>
type Answer = (variables: Variables) => unknown

/** What a test's server answers to each operation, by the operation's name. */
export type Answers = Readonly<Record<string, Answer>>

/** Answers /graphql in the API's stead; an operation without an answer fails loudly. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName = '', variables = {} }: { operationName?: string; variables?: Variables } = route
      .request()
      .postDataJSON()
    const found = answers[operationName]
    if (!found) return route.fulfill({ status: 500, body: `no answer for ${operationName}` })
    const data = found(variables)
    if (data === networkLoss) return route.abort('internetdisconnected')
    const body = data instanceof Failure ? { errors: [data.error], data: null } : { data }
    return route.fulfill({ contentType: 'application/graphql-response+json', body: JSON.stringify(body) })
  })
}

/** As an answer: the server is out of reach. */
export const networkLoss = Symbol('network loss')

/** As an answer: a top-level GraphQL error, e.g. `failure('INTERNAL', { requestId: 'r-1' })`. */
export function failure(code: string, extensions: Variables = {}): Failure {
  return new Failure({ message: code, extensions: { code, ...extensions } })
}

class Failure {
  readonly error: { message: string; extensions: Variables }
  constructor(error: { message: string; extensions: Variables }) {
    this.error = error
  }
}
