import { builder } from '../graphql/builder.ts'

export const SortDirection = builder.enumType('SortDirection', {
  description: '排序方向',
  values: { ASC: { value: 'asc', description: '升序' }, DESC: { value: 'desc', description: '降序' } } as const,
})
