import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
  defaultTypeResolver,
  type GraphQLAbstractType,
} from 'graphql'
import { exposedColumn, nodeId } from './exposed.ts'
import { keepsPlan, loadedField } from './loaded.ts'
import { fieldsOf, type Surroundings } from './selection.ts'
import { type Out, type Path, type Run, Unanswered } from './run.ts'

/** Writes a field of an object into the answer. */
type Write = (out: Out, parent: unknown, run: Run, path: Path | undefined) => void

/** What a resolved value is in the answer; `info` is that of its field, `path` its place. */
type Complete = (value: unknown, run: Run, info: GraphQLResolveInfo, path: Path) => unknown

/** An operation whose selections are known: `@skip` and `@include` are settled. */
export interface Compiled {
  readonly root: (run: Run) => Out
}

/** Compiles a query of this schema. Selections below a type are compiled when the type is first met. */
export function compile(around: Surroundings, operation: OperationDefinitionNode): Compiled {
  const query = around.schema.getQueryType()
  if (!query) throw new Unanswered('no queries')
  const write = objectOf({ around, operation, isPlanned: true }, query, [operation.selectionSet])
  return { root: (run) => write(undefined, run, undefined) }
}

interface Work {
  readonly around: Surroundings
  readonly operation: OperationDefinitionNode
  /** Whether all objects here were read by the plan of the root field above them: then they are alike. */
  readonly isPlanned: boolean
}

type WriteObject = (value: unknown, run: Run, path: Path | undefined) => Out

function objectOf(work: Work, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): WriteObject {
  const fields = [...fieldsOf(work.around, type, sets)].map(([key, nodes]) => fieldOf(work, type, key, nodes))
  return (value, run, path) => {
    const out: Out = {}
    for (const write of fields) write(out, value, run, path)
    return out
  }
}

function fieldOf(work: Work, type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Write {
  const [node] = nodes
  const name = node?.name.value ?? ''
  if (name === '__typename') return (out) => void (out[key] = type.name)
  const field = type.getFields()[name]
  if (!node || !field) throw new Unanswered(name)
  const exposed = isLeafType(getNamedType(field.type)) ? (exposedColumn(field, type) ?? nodeId(field, type)) : null
  if (exposed) {
    const column = leafOf(field.type)
    return (out, parent) => void (out[key] = column(exposed(parent)))
  }
  return resolvedField(work, type, field, key, nodes)
}

function resolvedField(
  work: Work,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  key: string,
  fieldNodes: readonly FieldNode[],
): Write {
  const { around, operation } = work
  const { schema, fragments } = around
  const resolve = field.resolve ?? defaultFieldResolver
  const loaded = work.isPlanned ? loadedField(field, parentType) : null
  const sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  const isRoot = parentType === schema.getQueryType()
  const isPlanned = isRoot || (work.isPlanned && keepsPlan(field, loaded !== null))
  const complete = completion({ around, operation, isPlanned }, field.type, sets)
  const argumentsOf = argumentReader(field, fieldNodes[0])
  const { name: fieldName, type: returnType } = field
  return (out, parent, run, prev) => {
    const path: Path = { prev, key, typename: parentType.name }
    const { variables: variableValues, context } = run
    const info: GraphQLResolveInfo = {
      fieldName,
      fieldNodes,
      returnType,
      parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues,
    }
    const read = loaded?.(parent, run, info)
    const value: unknown = read === undefined ? resolve(parent, argumentsOf(variableValues), context, info) : read
    // Its place in the order of the fields is taken at once.
    out[key] = null
    if (isThenable(value)) {
      run.wait(value, (it) => {
        out[key] = complete(it, run, info, path)
      })
    } else out[key] = complete(value, run, info, path)
  }
}

/** The arguments of a field; where no variable stands in them they are the same for every request, and frozen. */
function argumentReader(field: GraphQLField<unknown, unknown>, node: FieldNode | undefined) {
  if (!node || field.args.length === 0) return () => ({})
  let isConstant = true
  for (const argument of node.arguments ?? []) visit(argument, { Variable: () => void (isConstant = false) })
  if (!isConstant) return (variables: Surroundings['variables']) => getArgumentValues(field, node, variables)
  const constant = Object.freeze(getArgumentValues(field, node))
  return () => constant
}

/** A value of this type as the answer has it. What graphql-js would call an error is Unanswered. */
function completion(work: Work, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
  if (isNonNullType(type)) {
    const inner = completion(work, type.ofType, sets)
    return (value, run, info, path) => inner(value, run, info, path) ?? missing(info.fieldName)
  }
  if (isListType(type)) return listOf(completion(work, type.ofType, sets))
  if (isLeafType(type)) return leafOf(type)
  if (isAbstractType(type)) return abstractOf(work, type, sets)
  const write = later(() => objectOf(work, type, sets))
  return (value, run, info, path) => {
    if (value === null || value === undefined) return null
    if (value instanceof Error) throw value
    if (type.isTypeOf && type.isTypeOf(value, run.context, info) !== true) throw new Unanswered(type.name)
    return write()(value, run, path)
  }
}

function listOf(item: Complete): Complete {
  return (value, run, info, path) => {
    if (value === null || value === undefined) return null
    if (!Array.isArray(value)) throw new Unanswered('not a list')
    const list: unknown[] = []
    for (let at = 0; at < value.length; at++) {
      const it: unknown = value[at]
      const place: Path = { prev: path, key: at, typename: undefined }
      list[at] = null
      if (isThenable(it)) {
        run.wait(it, (found) => {
          list[at] = item(found, run, info, place)
        })
      } else list[at] = item(it, run, info, place)
    }
    return list
  }
}

function abstractOf(work: Work, type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Complete {
  const { schema } = work.around
  const written = new Map<string, WriteObject>()
  return (value, run, info, path) => {
    if (value === null || value === undefined) return null
    const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, run.context, info, type)
    const concrete = typeof name === 'string' ? schema.getType(name) : undefined
    const possible = schema.getPossibleTypes(type).find((it) => it === concrete)
    if (!possible || (possible.isTypeOf && possible.isTypeOf(value, run.context, info) !== true))
      throw new Unanswered(type.name)
    const write = written.get(possible.name) ?? objectOf(work, possible, sets)
    written.set(possible.name, write)
    return write(value, run, path)
  }
}

/** A scalar or an enum's value, or a list of them, that needs no resolver. */
function leafOf(type: GraphQLOutputType): (value: unknown) => unknown {
  if (isNonNullType(type)) {
    const inner = leafOf(type.ofType)
    return (value) => inner(value) ?? missing('a leaf')
  }
  if (isListType(type)) {
    const inner = leafOf(type.ofType)
    return (value) => {
      if (value === null || value === undefined) return null
      if (!Array.isArray(value)) throw new Unanswered('not a list')
      return value.map(inner)
    }
  }
  if (!isLeafType(type)) throw new Unanswered('not a leaf')
  return (value) => {
    if (value === null || value === undefined) return null
    if (value instanceof Error) throw value
    return type.serialize(value) ?? missing(type.name)
  }
}

function missing(name: string): never {
  throw new Unanswered(name)
}

function later<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function isThenable(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** The names of the variables that decide what is asked. */
export function deciding(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}
