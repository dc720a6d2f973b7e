import type { GraphQLSchema } from 'graphql'

/** Acts that are no field of the API. */
const others: Readonly<Record<string, string>> = {
  migrate: '系统升级',
  sessionTimeout: '登录超时',
  seed: '载入演示数据',
  given: '测试准备',
}

/** What an act is called: as the API describes the mutation of its name. */
export function actLabel(schema: GraphQLSchema, act: string): string {
  return schema.getMutationType()?.getFields()[act]?.description ?? others[act] ?? act
}

/** All acts a filter may ask for. */
export function actLabels(schema: GraphQLSchema): { code: string; label: string }[] {
  const acts = Object.keys(schema.getMutationType()?.getFields() ?? {})
  return acts.map((code) => ({ code, label: actLabel(schema, code) }))
}
