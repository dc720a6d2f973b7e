/** The arguments of an export: exactly those of the list's root field, coerced by the schema, and put into words. */
import {
  coerceInputValue,
  type GraphQLArgument,
  GraphQLEnumType,
  GraphQLError,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { Refusal } from '../acts/refusal.ts'
import { readGlobalId } from '../graphql/ids.ts'
import { schema } from '../schema.ts'

/** `filter`, `search` and `orderBy` as the list's resolver is given them. Refusal INVALID on anything the list would refuse. */
export function listArgs(list: string, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const args: Record<string, unknown> = {}
  for (const { name, type } of argumentsOf(list)) {
    if (!['filter', 'search', 'orderBy'].includes(name) || sent[name] == null) continue
    args[name] = decoded(coerced(sent[name], type), type)
  }
  return args
}

function argumentsOf(list: string): readonly GraphQLArgument[] {
  const fields = schema.getQueryType()?.getFields() ?? {}
  return fields[list]?.args ?? []
}

function coerced(value: unknown, type: GraphQLInputType): unknown {
  try {
    return coerceInputValue(value, type)
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
    throw error
  }
}

/** Opaque ids become what the relay plugin makes of them for a resolver. */
function decoded(value: unknown, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return decoded(value, type.ofType)
  if (value === null || value === undefined) return value
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => decoded(item, type.ofType)) : value
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, fields[name] ? decoded(item, fields[name].type) : item]),
    )
  }
  return type.name === 'ID' ? nodeIn(value) : value
}

function nodeIn(value: unknown) {
  const node = typeof value === 'string' ? readGlobalId(value) : null
  if (!node) throw new Refusal('INVALID', '筛选条件有误，请重新载入页面。')
  return node
}

/** The word for a value of a filter as a place says it, by the filter's field. */
export type FilterNames = Readonly<Record<string, (value: string, divisionCode: string) => string | Promise<string>>>

/** A filter in words: `状态：正常执业；街道：南门街道`. `nameOf` knows the labels and the names behind ids and codes. */
export async function filterWords(
  list: string,
  args: Readonly<Record<string, unknown>>,
  nameOf: (field: string, type: string, value: unknown) => Promise<string>,
): Promise<string> {
  const words = typeof args['search'] === 'string' && args['search'] !== '' ? [`搜索：${args['search']}`] : []
  const { filter } = args
  const argument = argumentsOf(list).find(({ name }) => name === 'filter')
  const type = argument ? getNamedType(argument.type) : undefined
  if (isInputObjectType(type) && typeof filter === 'object' && filter !== null) {
    for (const [name, value] of Object.entries(filter)) {
      const field = type.getFields()[name]
      if (!field || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue
      const items: unknown[] = Array.isArray(value) ? value : [value]
      const kind = getNamedType(field.type)
      const texts = await Promise.all(
        items.map((item) => nameOf(name, kind instanceof GraphQLEnumType ? 'ENUM' : kind.name, item)),
      )
      words.push(`${fieldLabels[name] ?? field.description ?? name}：${texts.join('、')}`)
    }
  }
  return words.length > 0 ? words.join('；') : '全部'
}

const fieldLabels: Readonly<Record<string, string>> = {
  kind: '类别',
  status: '状态',
  partyOrg: '党组织',
  streetCode: '街道',
  communityCode: '社区',
  politicalStatus: '政治面貌',
  firmId: '机构',
  practitionerId: '人员',
  hasAdviser: '有首席顾问',
  placeCode: '街道、社区',
  seat: '席位',
  from: '自',
  to: '至',
  typeCode: '类型',
  topicCode: '事项',
  role: '角色',
  state: '状况',
  outcome: '结果',
  operation: '操作',
  act: '办的事',
  entity: '记录',
  entityId: '记录编号',
  requestId: '请求编号',
  actor: '操作人',
  accountId: '操作人',
  userName: '登录名',
  ip: '网络地址',
}
