import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { isProduction } from '../config.ts'
import type { Context } from './context.ts'
import { limitOperations } from './operationSlots.ts'
import { enginePlugins } from '../engine/answers.ts'
import { away, isAway, noteAway } from '../data/trouble.ts'
import { formatError, logFaults, numberFaults, saysAway } from './faults.ts'
import { schema } from '../schema.ts'

const faults: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) =>
        Promise.resolve(logFaults(errors, contextValue, operationName)),
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single')
          numberFaults(response.body.singleResult.errors ?? [], contextValue.requestId)
        return Promise.resolve()
      },
    }),
}

/**
 * GraphQL over HTTP 6.4.1: a client that takes `application/json`, which proxies may answer too, gets 200 and reads
 * the errors; only `application/graphql-response+json` carries the status of the operation.
 */
const jsonStatus: ApolloServerPlugin<Context> = {
  requestDidStart: ({ request }) =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        const accept = request.http?.headers.get('accept') ?? '*/*'
        const isWellFormed = request.query !== undefined
        if (isWellFormed && response.http.status === 400 && !accept.includes('application/graphql-response+json')) {
          response.http.status = 200
        }
        return Promise.resolve()
      },
    }),
}

/** Without the database nobody gets an answer, in part or whole. */
const awayStatus: ApolloServerPlugin<Context> = {
  // Thrown while the viewer was looked for: Apollo answers with what formatError says of it.
  contextCreationDidFail: ({ error }) => {
    if (isAway(error)) noteAway()
    return Promise.resolve()
  },
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind === 'single' && saysAway(response.body.singleResult.errors ?? [])) {
          response.http.status = 503
          response.http.headers.set('retry-after', away.retryAfter)
        }
        return Promise.resolve()
      },
    }),
}

/** The GraphQL server. Its queries are answered by their compiled form, unless `plain` asks for graphql-js alone. */
export function apolloServer({ plain = false } = {}) {
  return new ApolloServer<Context>({
    schema,
    introspection: !isProduction,
    // Development answers GET too, as GraphQL over HTTP allows; it holds nobody's data.
    csrfPrevention: isProduction,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 4000 },
    // Its own handler raises the signal again, which ends the process amid requests; http/stop.ts sees to it.
    stopOnTerminationSignals: false,
    plugins: [
      limitOperations,
      faults,
      jsonStatus,
      awayStatus,
      ...(plain ? [] : enginePlugins),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing of ours may be cached on the way, and its hook at every field costs a tenth of the work.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError,
  })
}
