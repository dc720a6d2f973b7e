import { execute, type GraphQLSchema, getVariableValues } from 'graphql'
import type { Context } from '../../graphql/context.ts'
import { formatError, logFaults, numberFaults, saysAway } from '../../graphql/faults.ts'
import type { Trusted } from './trusted.ts'

/**
 * What a mutation answers, errors included, as JSON: graphql-js runs it, once. Null when its variables are wrong; then
 * nothing has run.
 */
export async function answerMutation(
  schema: GraphQLSchema,
  { document, operation }: Trusted,
  context: Context,
  variables: Readonly<Record<string, unknown>>,
): Promise<{ readonly text: string; readonly isAway: boolean } | null> {
  if (!getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced) return null
  const { errors: met = [], data } = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
  })
  if (met.length === 0) return { text: JSON.stringify({ data }), isAway: false }
  logFaults(met, context, operation.name?.value)
  const errors = met.map((error) => {
    const extensions = { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' }
    return formatError({ ...error.toJSON(), extensions }, error)
  })
  numberFaults(errors, context.requestId)
  return { text: JSON.stringify({ errors, data }), isAway: saysAway(errors) }
}
