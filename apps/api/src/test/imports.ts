/** What the tests of imports share: rows that read well, and the way from the upload to the result. */
import { expect } from '@jest/globals'
import { makeCreditCode } from '@sitai/rules/creditCode'
import { makeIdNumber } from '@sitai/rules/idNumber'
import { makeLawyerLicence } from '@sitai/rules/licenceNo'
import type { Sheet } from '@sitai/rules/sheets'
import { z } from 'zod'
import { jobsDone } from '../jobs/queue.ts'
import type { Viewer } from '../access/viewer.ts'
import { ask, askWell } from './ask.ts'
import { formWith, type useHttp } from './http.ts'
import { workbookOf } from './workbooks.ts'

export type Cells = Readonly<Record<string, string>>

const rowSeen = z.object({
  rowNo: z.number(),
  outcome: z.string(),
  cells: z.array(z.object({ field: z.string(), text: z.string() })),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  changes: z.array(z.object({ field: z.string(), header: z.string(), before: z.string(), after: z.string() })),
})

/** Uploads rows by column key and answers the batch after its dry run. */
export const dryRunOver =
  (http: ReturnType<typeof useHttp>) =>
  async (viewer: Viewer, kind: string, sheet: Sheet, rows: readonly Cells[]): Promise<string> => {
    const texts = rows.map((row) => sheet.columns.map(({ key }) => row[key] ?? ''))
    const bytes = await workbookOf([sheet.columns.map(({ header }) => header), ...texts])
    const answer = await http(viewer, `/api/imports/${kind}`, { method: 'POST', body: formWith(bytes, '名单.xlsx') })
    const { id } = z.object({ id: z.string() }).parse(await answer.json())
    await jobsDone()
    return id
  }

export const batchOf = async (viewer: Viewer, id: string) =>
  (
    await askWell(
      viewer,
      `query ($id: ID!) { importBatch(id: $id) {
        status problem totalRows newRows changedRows sameRows badRows doneRows ignoredColumns isPurged undoObstacles { rowNo reason }
        rows(first: 100) { totalCount edges { node { rowNo outcome cells { field text } problems { field message } changes { field header before after } } } }
      } }`,
      { id },
    )
  ).importBatch
export const rowsOf = async (viewer: Viewer, id: string): Promise<z.infer<typeof rowSeen>[]> =>
  (await batchOf(viewer, id)).rows.edges.map(({ node }: { node: unknown }) => rowSeen.parse(node))

export const committing = (viewer: Viewer, id: string, mode = 'ALL_OR_NOTHING') =>
  ask(
    viewer,
    `mutation ($id: ID!, $mode: ImportMode!) { commitImport(input: { id: $id, mode: $mode }) { __typename ... on Refusal { code message } } }`,
    { id, mode },
  )
export async function commit(viewer: Viewer, id: string, mode?: string) {
  expect((await committing(viewer, id, mode)).data.commitImport).toEqual({ __typename: 'ImportBatch' })
  await jobsDone()
  const batch = await batchOf(viewer, id)
  expect(batch).toMatchObject({ status: 'COMMITTED', problem: null })
  return batch
}
export const undo = async (viewer: Viewer, id: string) =>
  (
    await ask(
      viewer,
      'mutation ($id: ID!) { undoImport(input: { id: $id }) { __typename ... on Refusal { code message } ... on ImportBatch { status } } }',
      { id },
    )
  ).data.undoImport

const digits = (length: number) => Array.from({ length }, () => Math.floor(Math.random() * 10)).join('')
const newCode = (divisionCode: string) => makeCreditCode(`31${divisionCode}MD${digits(7)}`)
export const firmRow = (divisionCode: string, more: Cells = {}): Cells => {
  const creditCode = newCode(divisionCode)
  return {
    name: `导入所${creditCode.slice(-5)}`,
    kind: '律师事务所',
    creditCode,
    licenceNo: creditCode,
    orgForm: '普通合伙',
    partyOrg: '未建',
    ...more,
  }
}
export const licence = () => makeLawyerLicence('3302', 2015, 'FULL_TIME', 'MALE', Number(digits(6)))
export const personRow = (firm: string, more: Cells = {}): Cells => ({
  name: '王示例',
  kind: '专职律师',
  licenceNo: licence(),
  firm,
  politicalStatus: '群众',
  specialties: '劳动争议3、物业',
  phone: '13812341234',
  ...more,
})
const day = () => `0${1 + Math.floor(Math.random() * 9)}1${Math.floor(Math.random() * 9)}`
export const idNo = () => makeIdNumber(`3302031985${day()}${digits(2)}1`)
export const clerk = { system: '测试', requestId: 'test' }
