/**
 * The Excel templates as data: what the downloadable workbook looks like and how a cell is read. Numbers of papers are
 * columns of text, since Excel turns 17 digits into 1.33022E+16. The keys are those of the input schemas.
 */
import { communityFields } from './community.fields.ts'
import type { DictionaryItem } from './dictionaries.ts'
import { firmFields } from './firm.fields.ts'
import { assessmentFields, membershipFields, practitionerFields } from './practitioner.fields.ts'
import type { SheetFieldKind, SheetFields } from './recordFields.ts'

/** The lists that differ from bureau to bureau: its streets by name and its topics. */
export type SheetList = 'STREETS' | 'TOPICS'

/** How a cell is formatted and read. `list` is several entries in one cell, divided by 、 or a comma. */
export type CellFormat = 'text' | 'date' | 'whole' | 'decimal' | 'choice' | 'list' | 'weighed'

/** One column of a template. */
export interface SheetColumn {
  readonly key: string
  /** The heading; required ones carry a star in the workbook. */
  readonly header: string
  /** Width in characters. */
  readonly width: number
  readonly required: boolean
  readonly format: CellFormat
  readonly example: string
  /** What the drop-down offers: fixed items, or a list of the bureau. */
  readonly options?: readonly DictionaryItem[] | SheetList
  /** A sentence for the instruction sheet. */
  readonly help?: string
}

/** The three imports. */
export type SheetKind = 'FIRMS' | 'PRACTITIONERS' | 'COMMUNITIES'

/** A template. */
export interface Sheet {
  readonly kind: SheetKind
  /** Name of the worksheet and of the file. */
  readonly title: string
  /** Column by which a row is found in the register: the same number means the same record. */
  readonly identity: string
  readonly columns: readonly SheetColumn[]
}

const formats: Readonly<Record<SheetFieldKind, CellFormat>> = {
  text: 'text',
  day: 'date',
  whole: 'whole',
  decimal: 'decimal',
  choice: 'choice',
  street: 'choice',
  streets: 'list',
  list: 'list',
  topics: 'weighed',
}

/** The columns of a template: one for each field, in their order. */
function columnsOf(fields: SheetFields): SheetColumn[] {
  return Object.entries(fields).map(
    ([key, { label, kind, choices, required = false, help, cellHelp, example, width }]) => {
      const options = kind === 'street' ? 'STREETS' : kind === 'topics' ? 'TOPICS' : choices
      const told = cellHelp ?? help
      return {
        key,
        header: label,
        width,
        required,
        format: formats[kind],
        example,
        ...(options && { options }),
        ...(told !== undefined && { help: told }),
      }
    },
  )
}

/** 机构导入模板. */
export const firmSheet: Sheet = {
  kind: 'FIRMS',
  title: '机构',
  identity: 'creditCode',
  columns: columnsOf(firmFields),
}

const { name, kind, licenceNo, note, ...others } = practitionerFields

/** 执业人员导入模板. */
export const practitionerSheet: Sheet = {
  kind: 'PRACTITIONERS',
  title: '执业人员',
  identity: 'licenceNo',
  columns: columnsOf({ name, kind, licenceNo, ...membershipFields, ...others, ...assessmentFields, note }),
}

/** 社区导入模板. */
export const communitySheet: Sheet = {
  kind: 'COMMUNITIES',
  title: '社区',
  identity: 'code',
  columns: columnsOf(communityFields),
}

/** Every template by its kind. */
export const sheets: Readonly<Record<SheetKind, Sheet>> = {
  FIRMS: firmSheet,
  PRACTITIONERS: practitionerSheet,
  COMMUNITIES: communitySheet,
}

/** What the instruction sheet says before the list of columns. */
export const sheetInstructions: readonly string[] = [
  '第一行为表头，请勿修改；带*的列必填。',
  '证号、代码、电话各列为文本格式，请勿改为数字。',
  '下拉列请从列表中选择。',
  '日期写作 2026-01-05。',
  '同一证号（代码）的行视为同一记录：已登记的更新，未登记的新增。',
  '请勿使用公式、宏和合并单元格。',
]
