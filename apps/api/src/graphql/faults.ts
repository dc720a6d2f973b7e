import { PothosValidationError } from '@pothos/core'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Context } from './context.ts'
import { Refusal } from '../acts/refusal.ts'
import { log, traceOf } from '../log.ts'
import { isUnreadable } from '../acts/violations.ts'
import { isProduction } from '../config.ts'
import { away, isAway, noteAway } from '../data/trouble.ts'

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

const fault = 'INTERNAL_SERVER_ERROR'

function codeOf({ extensions }: GraphQLFormattedError | GraphQLError): string {
  const code = extensions?.['code']
  return typeof code === 'string' ? code : fault
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
  if (isAway(cause)) return { message: away.message, extensions: { code: away.code } }
  if (isManyAtOnce(error))
    return { message: '输入的错误太多，请重新载入页面。', extensions: { code: 'BAD_USER_INPUT' } }
  if (cause instanceof PothosValidationError || isUnreadable(cause))
    return { message: '编号或内容有误，请重新载入页面。', extensions: { code: 'BAD_USER_INPUT' } }
  return null
}

/** GraphQL gives up counting the errors of variables at fifty, and that error has no code. */
function isManyAtOnce(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Too many errors processing variables')
}

/** In production nobody is told what the schema has that is spelled alike. */
function withoutHints(message: string): string {
  return isProduction ? message.replaceAll(/ ?Did you mean [^?]*\?/g, '') : message
}

/** What of an error the client is told; a fault of ours says no more than that it happened, and where in the answer. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const path = formatted.path ? { path: formatted.path } : {}
  const own = spokenOf(error)
  if (own) return { ...own, ...path }
  const code = codeOf(formatted)
  if (spoken.has(code)) return { ...formatted, message: withoutHints(formatted.message), extensions: { code } }
  return { message: '系统出错了，请稍后再试。', extensions: { code: fault }, ...path }
}

/** Whoever meets a fault can name it: the same number stands in the log. */
export function numberFaults(errors: readonly GraphQLFormattedError[], requestId: string): void {
  for (const { extensions } of errors) if (extensions?.['code'] === fault) extensions['requestId'] = requestId
}

/** Whether an answer says that the database is away: it goes with 503. */
export function saysAway(errors: readonly GraphQLFormattedError[]): boolean {
  return errors.some(({ extensions }) => extensions?.['code'] === away.code)
}

/** Logs faults with their request's number; error messages of the database may hold row values and stay out. */
export function logFaults(errors: readonly GraphQLError[], { requestId }: Context, operationName: unknown): void {
  for (const error of errors) {
    if (spoken.has(codeOf(error))) continue
    if (isAway(causeOf(error))) {
      noteAway()
      continue
    }
    // What the database could not read is logged too: it might be a statement of ours.
    if (spokenOf(error) && !isUnreadable(causeOf(error))) continue
    log.error({ requestId, operationName, path: error.path, ...traceOf(causeOf(error)) }, 'a resolver failed')
  }
}
