import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql'

/** An operation's surroundings, once its variables have values. */
export interface Surroundings {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Readonly<Record<string, unknown>>
}

/** The fields asked of an object of this type, by response key, in the order of the answer (GraphQL 6.3.2). */
export function fieldsOf(
  around: Surroundings,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const spread = new Set<string>()
  for (const { selections } of sets) collect(around, type, selections, fields, spread)
  return fields
}

function collect(
  around: Surroundings,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  fields: Map<string, FieldNode[]>,
  spread: Set<string>,
): void {
  for (const selection of selections) {
    if (!isIncluded(around, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value
      const known = fields.get(key)
      if (known) known.push(selection)
      else fields.set(key, [selection])
      continue
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value
      if (spread.has(name)) continue
      spread.add(name)
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments[selection.name.value]
    if (fragment && isFor(around.schema, fragment, type))
      collect(around, type, fragment.selectionSet.selections, fields, spread)
  }
}

function isIncluded({ variables }: Surroundings, selection: SelectionNode): boolean {
  if (!selection.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false
}

type Conditional = Extract<SelectionNode, { kind: Kind.INLINE_FRAGMENT }> | FragmentDefinitionNode

function isFor(schema: GraphQLSchema, { typeCondition }: Conditional, type: GraphQLObjectType): boolean {
  if (!typeCondition) return true
  const wanted = typeFromAST(schema, typeCondition)
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type))
}
