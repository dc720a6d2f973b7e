import type { GraphQLSchema } from 'graphql'

/** Acts that are no field of the API. */
const others: Readonly<Record<string, string>> = {
  exportSheet: '导出列表',
  startImport: '上传导入的工作簿',
  checkImport: '校验导入的工作簿',
  purgeImports: '清除过期的导入',
  storeFile: '上传文件',
  sweepFiles: '清理无用的文件',
  missVisits: '标记未到位的驻点',
  migrate: '系统升级',
  sessionTimeout: '登录超时',
  seed: '载入演示数据',
  given: '测试准备',
}

/** What an act is called: as the API describes the mutation of its name, up to where the description explains it. */
export function actLabel(schema: GraphQLSchema, act: string): string {
  const description = schema.getMutationType()?.getFields()[act]?.description ?? undefined
  return description?.split(/[：；]/u)[0] ?? others[act] ?? act
}

/** All acts a filter may ask for. */
export function actLabels(schema: GraphQLSchema): { code: string; label: string }[] {
  const acts = Object.keys(schema.getMutationType()?.getFields() ?? {})
  return [...acts, ...Object.keys(others).filter((code) => code !== 'given')].map((code) => ({
    code,
    label: actLabel(schema, code),
  }))
}
