import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { PothosValidationError } from '@pothos/core'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { isProduction } from './config.ts'
import type { Context } from './context.ts'
import { crowd } from './crowd.ts'
import { Refusal } from './errors.ts'
import { compiledQueries } from './execution/execution.ts'
import { log } from './log.ts'
import { schema } from './schema.ts'
import { isUnreadable } from './violations.ts'

/** Codes a client may see; everything else is a fault of ours and is masked. */
const spoken = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'COMPLEXITY_LIMIT',
])

function codeOf({ extensions }: GraphQLFormattedError | GraphQLError): string {
  const code = extensions?.['code']
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR'
}

/** What a resolver threw: GraphQL wraps it to add where it happened. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'originalError' in error ? (error.originalError ?? error) : error
}

/**
 * What an error thrown by a resolver says to the client, when it is no fault of ours: a Refusal of a field whose type
 * has none, and what the database could not read as a value of its column (a malformed key, a NUL in a text).
 */
function spokenOf(error: unknown): GraphQLFormattedError | null {
  const cause = causeOf(error)
  if (cause instanceof Refusal)
    return { message: cause.message, extensions: { code: 'BAD_USER_INPUT', refusal: cause.code } }
  if (cause instanceof PothosValidationError || isUnreadable(cause))
    return { message: '编号或内容有误，请重新载入页面。', extensions: { code: 'BAD_USER_INPUT' } }
  return null
}

/** Logs a fault with its request's number; error messages of the database may hold row values and stay out. */
const faults: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          if (spoken.has(codeOf(error))) continue
          // What the database could not read is logged too: it might be a statement of ours.
          if (spokenOf(error) && !isUnreadable(causeOf(error))) continue
          const cause = causeOf(error)
          const stack =
            cause instanceof Error
              ? cause.stack
                  ?.split('\n')
                  .filter((line) => /^\s+at /.test(line))
                  .slice(0, 8)
              : []
          const name = cause instanceof Error ? cause.name : 'unknown'
          log.error(
            { requestId: contextValue.requestId, operationName, path: error.path, name, stack },
            'a resolver failed',
          )
        }
        return Promise.resolve()
      },
      // Whoever meets a fault can name it: the same number stands in the log.
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind === 'single') {
          for (const { extensions } of response.body.singleResult.errors ?? []) {
            if (extensions?.['code'] === 'INTERNAL_SERVER_ERROR') extensions['requestId'] = contextValue.requestId
          }
        }
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
    plugins: [
      crowd,
      faults,
      jsonStatus,
      ...(plain ? [] : [compiledQueries]),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing of ours may be cached on the way, and its hook at every field costs a tenth of the work.
      ApolloServerPluginCacheControlDisabled(),
    ],
    formatError: (formatted, error) => {
      const path = formatted.path ? { path: formatted.path } : {}
      const own = spokenOf(error)
      if (own) return { ...own, ...path }
      const code = codeOf(formatted)
      if (spoken.has(code)) return { ...formatted, extensions: { code } }
      return {
        message: '系统出错了，请稍后再试。',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
        ...path,
      }
    },
  })
}
