import { builder } from '../graphql/builder.ts'
import type { Problem } from '@sitai/rules/fields'
import type { Change } from './plan.ts'
import { changesOfRow, maskedCells, problemsOfRow } from './rows.ts'

const ProblemRef = builder.objectRef<Problem>('ImportProblem').implement({
  description: '一格里的错误',
  fields: (t) => ({
    field: t.exposeString('field', { description: '列' }),
    message: t.exposeString('message', { description: '原因，中文' }),
  }),
})

const ChangeRef = builder.objectRef<Change>('ImportChange').implement({
  description: '将要更新的一列',
  fields: (t) => ({
    field: t.exposeString('field'),
    header: t.exposeString('header', { description: '列名' }),
    before: t.exposeString('before', { description: '现登记' }),
    after: t.exposeString('after', { description: '更新为' }),
  }),
})

const CellRef = builder.objectRef<{ field: string; text: string }>('ImportCell').implement({
  description: '一格的原文；电话和身份证号码已脱敏',
  fields: (t) => ({ field: t.exposeString('field'), text: t.exposeString('text') }),
})

export const ImportRowRef = builder.prismaObject('ImportRow', {
  description: '导入的一行',
  fields: (t) => ({
    rowNo: t.exposeInt('rowNo', { description: '工作表里的行号' }),
    cells: t.field({
      type: [CellRef],
      select: { cells: true },
      resolve: ({ cells }) => Object.entries(maskedCells(cells)).map(([field, text]) => ({ field, text })),
    }),
    problems: t.field({ type: [ProblemRef], select: { problems: true }, resolve: problemsOfRow }),
    changes: t.field({ type: [ChangeRef], select: { changes: true }, resolve: changesOfRow }),
  }),
})
