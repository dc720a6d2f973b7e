import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { isProduction } from '../config.ts'
import type { Context } from './context.ts'
import { limitOperations } from './operationSlots.ts'
import { enginePlugins } from '../engine/answers.ts'
import { formatError, logFaults, numberFaults } from './faults.ts'
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
      ...(plain ? [] : enginePlugins),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing of ours may be cached on the way, and its hook at every field costs a tenth of the work.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError,
  })
}
