/** The fields of a record in sheets: the columns of an export, and a value as a sheet and as the preview of an import show it. */
import { labelOf } from '@sitai/rules/dictionaries'
import type { SheetFieldKind, RecordField, SheetField, SheetFields } from '@sitai/rules/recordFields'
import { dayOf } from '../time/dates.ts'
import type { SheetColumn, SheetColumns } from '../lists/sheet.ts'
import type { ListColumn, ListValue } from './list.ts'
import type { Lists } from './template.ts'

/** The columns of an export, one for each field. */
export function fieldColumns<const Key extends string>(
  fields: Readonly<Record<Key, SheetField>>,
): Readonly<Record<Key, SheetColumn<Readonly<Record<Key, unknown>>>>>
export function fieldColumns(fields: SheetFields): SheetColumns<Readonly<Record<string, unknown>>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      { ...fieldColumn(field), value: (record: Readonly<Record<string, unknown>>) => cellOf(field, record[key]) },
    ]),
  )
}

/** The column of an export for one field. */
export function fieldColumn({ label, kind, width }: SheetField): ListColumn {
  return { header: label, width, format: formats[kind] }
}

const formats: Readonly<Record<SheetFieldKind, 'text' | 'number' | 'day'>> = {
  text: 'text',
  day: 'day',
  whole: 'number',
  decimal: 'number',
  choice: 'text',
  street: 'text',
  streets: 'text',
  list: 'text',
  topics: 'text',
}

function cellOf(field: RecordField, value: unknown): ListValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || value instanceof Date) return value
  return textOf(field, value)
}

/** A value in words, for a reader; `streets` names the bureau's streets. Nothing is an empty text. */
export function fieldWords(field: RecordField, value: unknown, { STREETS }: Pick<Lists, 'STREETS'>): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dayOf(value)
  const text = textOf(field, value)
  return field.kind === 'street' ? labelOf(STREETS, text) : text
}

function textOf({ choices }: RecordField, value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return choices ? labelOf(choices, text) : text
}
