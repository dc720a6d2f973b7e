import type { ApolloServerPlugin } from '@apollo/server'
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import type { Context } from '../../graphql/context.ts'
import { compile, type Compiled, deciding } from './compile.ts'
import { type Out, runAll } from './run.ts'

/** A query as it was found in its document, with what was compiled of it so far. */
interface Known {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly deciding: readonly string[]
  /** By the values of the variables that decide (`@skip`, `@include`) what is asked. */
  readonly compiled: Map<string, Compiled>
}

const known = new WeakMap<OperationDefinitionNode, Known>()
const mostVariants = 16

function knownOf(document: DocumentNode, operation: OperationDefinitionNode): Known {
  const it = known.get(operation) ?? {
    fragments: Object.fromEntries(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
      ),
    ),
    deciding: deciding(document),
    compiled: new Map(),
  }
  known.set(operation, it)
  return it
}

/**
 * The data that a query answers, by its compiled form; null when that cannot say it: for anything but a query, and
 * whenever graphql-js would answer an error. A query may be asked twice, so graphql-js can then run it from the start.
 */
export async function answerCompiled(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  context: Context,
  given: Readonly<Record<string, unknown>>,
): Promise<Out | null> {
  try {
    // Apollo asks also where a request names an operation that its document does not have.
    if (operation.operation !== OperationTypeNode.QUERY) return null
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
    if (!coerced) return null
    const { fragments, deciding: names, compiled } = knownOf(document, operation)
    const variant = JSON.stringify(names.map((name) => coerced[name]))
    let it = compiled.get(variant)
    if (!it) {
      if (compiled.size >= mostVariants) return null
      it = compile({ schema, fragments, variables: coerced }, operation)
      compiled.set(variant, it)
    }
    return await runAll(context, coerced, it.root)
  } catch {
    return null
  }
}

/** Answers queries by their compiled form. */
export const compiledQueries: ApolloServerPlugin<Context> = {
  requestDidStart: ({ schema }) =>
    Promise.resolve({
      responseForOperation: async ({ document, operation, contextValue, request, response }) => {
        const data = await answerCompiled(schema, document, operation, contextValue, request.variables ?? {})
        return data && { http: response.http, body: { kind: 'single', singleResult: { data } } }
      },
    }),
}
