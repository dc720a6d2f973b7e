import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, validate } from 'graphql'
import { schema } from '../../schema.ts'
import { documents } from '../../http/trustedDocuments.ts'

/** The one operation of a trusted document: a query or a mutation. */
export interface Trusted {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly isQuery: boolean
}

const known = new Map<string, Trusted | null>()

/** The operation of a trusted document, parsed and validated once; null for what is unknown or something else. */
export function trusted(id: string): Trusted | null {
  const text = documents.get(id)
  if (text === undefined) return null
  const found = known.get(id)
  if (found !== undefined) return found
  const read = readTrusted(text)
  known.set(id, read)
  return read
}

function readTrusted(text: string): Trusted | null {
  try {
    const document = parse(text, { maxTokens: 4000 })
    const [operation, second] = document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION)
    if (!operation || second || operation.operation === OperationTypeNode.SUBSCRIPTION) return null
    if (validate(schema, document).length > 0) return null
    return { document, operation, isQuery: operation.operation === OperationTypeNode.QUERY }
  } catch {
    return null
  }
}
