/**
 * Reading a row of an import sheet: text of the cells → input of the noun's schema, with a Chinese reason for each bad
 * cell. A blank cell leaves the field out, so that an update does not wipe what the sheet does not say.
 */
import { z } from 'zod'
import type { LocalDate } from './calendar.ts'
import { accept, type Checked, refuse } from './checked.ts'
import { communityInput, type CommunityInput } from './community.ts'
import { type AssessmentResult, codeOf, type DictionaryItem } from './dictionaries.ts'
import { across, choice, date, line, optional, type Problem, problemsOf, required, whole } from './fields.ts'
import { firmInput, type FirmInput } from './firm.ts'
import { assessmentFields, membershipFields } from './practitioner.fields.ts'
import { practitionerInput, type PractitionerInput } from './practitioner.ts'
import { communitySheet, firmSheet, practitionerSheet, type Sheet, type SheetColumn, type SheetList } from './sheets.ts'
import { cleanIdentifier, cleanLine } from './text.ts'

/** The cells of a row by column key, as text; a date cell is `YYYY-MM-DD`. */
export type Cells = Readonly<Record<string, string>>

/** What reading needs to know beside the row. */
export interface SheetContext {
  readonly today: LocalDate
  readonly lists: Readonly<Record<SheetList, readonly DictionaryItem[]>>
}

/** A row that is in order, or what is wrong with which columns. */
export type Row<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** What an import row says of a practitioner beside the register's own fields. */
export interface PractitionerRow extends PractitionerInput {
  /** Name or credit code of the firm, to be looked up. */
  readonly firm: string
  readonly joinedOn: LocalDate | null
  readonly assessment: { readonly year: number; readonly result: AssessmentResult } | null
}

/** Reads one row; made once for a file, since building a schema costs more than reading with it. */
export type RowReader<T> = (cells: Cells) => Row<T>

/** Reads rows of the firms' sheet. */
export function firmReader(context: SheetContext): RowReader<FirmInput> {
  return (cells) => read(firmSheet, cells, context, firmInput)
}

/** Reads rows of the communities' sheet. */
export function communityReader(context: SheetContext): RowReader<CommunityInput> {
  return (cells) => read(communitySheet, cells, context, communityInput)
}

const assessment = {
  assessmentYear: whole(assessmentFields.assessmentYear, 1979, 2200).nullish(),
  assessmentResult: choice(assessmentFields.assessmentResult).nullish(),
}

const besides = z
  .object({
    firm: required(membershipFields.firm, line(60)),
    joinedOn: optional(membershipFields.joinedOn, date),
    ...assessment,
  })
  .refine(
    ...across(z.object(assessment), 'assessmentResult', ({ assessmentYear, assessmentResult }) =>
      (assessmentYear == null) === (assessmentResult == null) ? null : '考核年度和考核结果应同时填写',
    ),
  )

/** Reads rows of the practitioners' sheet. */
export function practitionerReader(context: SheetContext): RowReader<PractitionerRow> {
  const schema = practitionerInput(context.today)
  return (cells) => {
    const person = read(practitionerSheet, cells, context, schema)
    const rest = read(practitionerSheet, cells, context, besides)
    if (!person.ok || !rest.ok) {
      const problems = [...(person.ok ? [] : person.problems), ...(rest.ok ? [] : rest.problems)]
      // Both passes read every cell, so a cell that cannot be read is reported by both.
      const first = new Map(problems.map((problem) => [problem.field, problem]))
      return { ok: false, problems: [...first.values()] }
    }
    const { firm, joinedOn = null, assessmentYear: year, assessmentResult: result } = rest.value
    const judged = year == null || result == null ? null : { year, result }
    return { ok: true, value: { ...person.value, firm, joinedOn, assessment: judged } }
  }
}

function read<T>(sheet: Sheet, cells: Cells, context: SheetContext, schema: z.ZodType<T>): Row<T> {
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const column of sheet.columns) {
    const text = cleanLine(cells[column.key] ?? '')
    if (text === '') continue
    const value = readCell(column, text, context)
    if (value.ok) values[column.key] = value.value
    else problems.push({ field: column.key, message: value.reason })
  }
  const result = schema.safeParse(values)
  if (result.success && problems.length === 0) return { ok: true, value: result.data }
  const unread = new Set(problems.map(({ field }) => field))
  const found = result.success ? [] : problemsOf(result.error).filter(({ field }) => !unread.has(field))
  return { ok: false, problems: [...problems, ...found] }
}

/** The typed value of one cell that is not blank. */
function readCell(column: SheetColumn, text: string, context: SheetContext): Checked<unknown> {
  const options = typeof column.options === 'string' ? context.lists[column.options] : (column.options ?? [])
  switch (column.format) {
    case 'text':
      // Only "=" here: a telephone number may begin with "+".
      return /^[=＝]/u.test(text) ? refuse(`${column.header}不能是公式`) : accept(text)
    case 'date':
      return date(text, column.header)
    case 'whole':
    case 'decimal':
      return readNumber(column, text)
    case 'choice':
      return readChoice(column, text, options)
    case 'list':
      return accept(entriesOf(text))
    case 'weighed':
      return readWeighed(column, text, options)
  }
}

function readNumber({ header, format }: SheetColumn, text: string): Checked<number> {
  const typed = cleanIdentifier(text).replace(/,/gu, '')
  const isWhole = format === 'whole'
  const pattern = isWhole ? /^-?\d{1,9}(?:\.0+)?$/u : /^-?\d{1,9}(?:\.\d+)?$/u
  return pattern.test(typed) ? accept(Number(typed)) : refuse(`${header}应为${isWhole ? '整数' : '数字'}`)
}

function readChoice({ header }: SheetColumn, text: string, options: readonly DictionaryItem[]): Checked<string> {
  const code = codeOf(options, text)
  if (code !== undefined) return accept(code)
  const offered = options.length > 8 ? '请从下拉列表中选择' : `应为${options.map(({ label }) => label).join('、')}之一`
  return refuse(`${header}“${text}”不在可选范围内，${offered}`)
}

function entriesOf(text: string): string[] {
  return text
    .split(/[、,，;；]/u)
    .map(cleanLine)
    .filter((entry) => entry !== '')
}

/** `劳动争议3、物业` → topic and its number; the number not written is the middle one. */
function readWeighed(column: SheetColumn, text: string, options: readonly DictionaryItem[]): Checked<unknown> {
  const isSpecialty = column.key === 'specialties'
  const items: Record<string, unknown>[] = []
  for (const entry of entriesOf(text)) {
    const [, label = '', typed] = /^(.*?)\s*[:：(（]?\s*(\d*)\s*[)）]?$/u.exec(entry) ?? []
    const topic = codeOf(options, label)
    if (topic === undefined) return refuse(`${column.header}“${label}”不在字典中`)
    const number = typed === '' ? (isSpecialty ? 2 : 3) : Number(typed)
    items.push(isSpecialty ? { topic, level: number } : { topic, weight: number })
  }
  return accept(items)
}
