/** How an import judges its rows: what every kind of import shares. */
import type { ImportRowOutcome } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import type { Problem } from '@sitai/rules/fields'
import type { RecordFields } from '@sitai/rules/recordFields'
import type { Cells, Row, RowReader } from '@sitai/rules/sheetRows'
import type { Sheet } from '@sitai/rules/sheets'
import { fieldWords } from '../sheets/fieldColumns.ts'
import type { Lists } from '../sheets/template.ts'
import type { ReadRow } from '../sheets/workbook.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Tx } from '../acts/write.ts'
import type { TableRow } from './bulk.ts'

/** A field whose value the import changes, as people read it; numbers of phone and identity are masked. */
export interface Change {
  readonly field: string
  readonly header: string
  readonly before: string
  readonly after: string
}

/** What a row would do to the register. */
export interface Step {
  /** The whole row of the table as it should stand, by column of the client. */
  readonly row: TableRow
  /** As it stood, with its version; null for a new one. */
  readonly standing: TableRow | null
  /** Rows of their own that go with it, by table. */
  readonly children: Children
}

export interface Children {
  readonly topics?: readonly { readonly topicCode: string; readonly rank: number }[]
  readonly standingTopics?: readonly { readonly topicCode: string; readonly rank: number }[]
  readonly membership?: { readonly firmId: string; readonly validFrom: LocalDate; readonly closes: string | null }
  readonly assessment?: { readonly year: number; readonly result: string; readonly standing: string | null }
}

/** A row after judgement. */
export interface Judged {
  readonly rowNo: number
  readonly cells: Cells
  readonly outcome: ImportRowOutcome
  readonly problems: readonly Problem[]
  readonly changes: readonly Change[]
  readonly entityId: string | null
  readonly step: Step | null
}

/** What judging needs to know. */
export interface Scene {
  readonly viewer: Pick<Viewer, 'divisionCode'>
  readonly today: LocalDate
  readonly lists: Lists
  readonly isVerified: boolean
}

export type TopicTable = 'practitioner_specialty' | 'community_demand'

/** One kind of import. */
export interface Plan {
  readonly sheet: Sheet
  readonly table: 'firm' | 'practitioner' | 'community'
  readonly key: 'id' | 'code'
  /** The columns an import may write, by name in the client. */
  readonly columns: readonly string[]
  /** The table of its topics, and what their rank is called there. */
  readonly topics: { readonly table: TopicTable; readonly owner: string; readonly rank: string } | null
  /** Judges all rows of a file against the register as it stands in this transaction. */
  readonly judge: (tx: Tx, scene: Scene, rows: readonly ReadRow[]) => Promise<Judged[]>
}

/** What a kind of import says of one row that reads well. */
export interface Verdict {
  readonly problems: readonly Problem[]
  readonly step: Step
  readonly changes: readonly Change[]
  readonly entityId: string | null
}

/** What is known once a file's rows are read and looked up. */
export interface Look<T> {
  readonly verdict: (value: T) => Verdict
  /** What can be said even of a row that does not read well: nobody likes to correct a sheet twice. */
  readonly glance?: (cells: Cells) => readonly Problem[]
}

/**
 * Reads every row, finds duplicates within the file, and lets `verdict` judge the rest. Yields to other requests every
 * few hundred rows, so that ten thousand of them hold nobody up.
 */
export async function judgeRows<T>(
  rows: readonly ReadRow[],
  reader: RowReader<T>,
  identities: (value: T) => readonly (readonly [field: string, label: string, value: string])[],
  look: (values: readonly T[]) => Promise<Look<T>>,
): Promise<Judged[]> {
  const read: (readonly [ReadRow, Row<T>])[] = []
  for (const [index, row] of rows.entries()) {
    if (index % 250 === 249) await breathe()
    read.push([row, withCellProblems(row.problems, reader(row.cells))])
  }
  const { verdict, glance } = await look(read.flatMap(([, result]) => (result.ok ? [result.value] : [])))
  const seen = new Map<string, number>()
  const judged: Judged[] = []
  for (const [index, [{ rowNo, cells }, result]] of read.entries()) {
    if (index % 250 === 249) await breathe()
    if (!result.ok) {
      judged.push({ rowNo, cells, ...bad(besides(result.problems, glance?.(cells) ?? [])) })
      continue
    }
    const twice = identities(result.value).flatMap(([field, label, value]) => {
      const key = `${field}\n${value}`
      const first = seen.get(key)
      if (first === undefined) seen.set(key, rowNo)
      return first === undefined ? [] : [{ field, message: `${label}与第${first}行重复` }]
    })
    judged.push({ rowNo, cells, ...outcomeOf(twice, verdict(result.value)) })
  }
  return judged
}

/** A cell that is stored wrongly spoils its row; what else is wrong with the row is told along with it. */
function withCellProblems<T>(problems: readonly Problem[], row: Row<T>): Row<T> {
  if (problems.length === 0) return row
  return { ok: false, problems: besides(problems, row.ok ? [] : row.problems) }
}

/** The problems, and those others that are about other fields. */
function besides(problems: readonly Problem[], others: readonly Problem[]): Problem[] {
  const fields = new Set(problems.map(({ field }) => field))
  return [...problems, ...others.filter(({ field }) => !fields.has(field))]
}

function outcomeOf(twice: readonly Problem[], { problems, step, changes, entityId }: Verdict) {
  const all = [...twice, ...problems]
  if (all.length > 0) return bad(all)
  const outcome = step.standing === null ? 'NEW' : changes.length > 0 ? 'CHANGED' : 'SAME'
  return { outcome, problems: [], changes, entityId, step } as const
}

function bad(problems: readonly Problem[]) {
  return { outcome: 'BAD', problems, changes: [], entityId: null, step: null } as const
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What differs between two states of a record, by the sheet's columns: `face` shows a column of a state as text. */
export function changesOf<State>(
  sheet: Sheet,
  before: State,
  after: State,
  face: Readonly<Record<string, (state: State) => string>>,
): Change[] {
  return sheet.columns.flatMap(({ key, header }) => {
    const show = face[key]
    if (!show) return []
    const [old, next] = [show(before), show(after)]
    return old === next ? [] : [{ field: key, header, before: old, after: next }]
  })
}

/** How each field of a record reads, by its key. */
export function facesOf(fields: RecordFields, lists: Lists): Record<string, (record: TableRow) => string> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, (record: TableRow) => fieldWords(field, record[key], lists)]),
  )
}

/** A list in slices that fit into one statement. */
export function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
