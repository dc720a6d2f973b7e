/**
 * The fields of a record as plain data, said once: forms, lists, import templates, exports, the operation log and refusals
 * take labels and kinds from here. How a field is checked says the zod schema of the noun; how it is laid out, the page.
 */
import type { DictionaryItem } from './dictionaries.ts'

/**
 * What a field that is imported holds. `choice` is a code of `choices`, `street` and `streets` codes of streets, `list`
 * several words, `topics` topics of the bureau's dictionary with a number each.
 */
export type SheetFieldKind = 'text' | 'day' | 'whole' | 'decimal' | 'choice' | 'street' | 'streets' | 'list' | 'topics'

/**
 * What a field holds. `topic` and `serviceType` are codes of the bureau's dictionaries.
 */
export type FieldKind = SheetFieldKind | 'instant' | 'topic' | 'serviceType'

/** One field of a record. */
export interface RecordField {
  readonly label: string
  readonly kind: FieldKind
  readonly choices?: readonly DictionaryItem[]
  /** True when it must be filled in. */
  readonly required?: true
  /** A sentence for whom fills it in. */
  readonly help?: string
}

/** The fields of a record by their keys. */
export type RecordFields = Readonly<Record<string, RecordField>>

/** A field of a record that is imported and exported. */
export interface SheetField extends RecordField {
  readonly kind: SheetFieldKind
  /** Instead of `help` in the import template, where several entries stand in one cell. */
  readonly cellHelp?: string
  /** What the import template gives as an example. */
  readonly example: string
  /** Width of its column in a sheet, in characters. */
  readonly width: number
}

/** The fields of a record that is imported, in the order of the template. */
export type SheetFields = Readonly<Record<string, SheetField>>

/** Where a place is on the map. */
export const placeFields = {
  lng: {
    label: '经度',
    kind: 'decimal',
    help: '例如 121.5501；经度和纬度应同时填写。',
    example: '121.5501',
    width: 12,
  },
  lat: { label: '纬度', kind: 'decimal', help: '例如 29.8703。', example: '29.8703', width: 12 },
} as const satisfies SheetFields
