/**
 * Building blocks of the input schemas. One schema serves API, web form and Excel import, so every message is Chinese,
 * names the field, and every text is cleaned the same way. An optional field takes null or blanks for "nothing".
 */
import { z } from 'zod'
import { type LocalDate, readDate } from './calendar.ts'
import { accept, type Checked, refuse } from './checked.ts'
import { codesOf, type DictionaryItem } from './dictionaries.ts'
import { placeFields, type RecordField } from './recordFields.ts'
import { cleanLine, cleanText, hasForbiddenCharacters, lengthOf } from './text.ts'

/** Cleans a text or says why not, in a sentence that may name the field. */
export type Check<T> = (text: string, label: string) => Checked<T>

/** What a field is called: by itself, or as the record's fields say it. */
type Said = string | { readonly label: string }

function labelOf(said: Said): string {
  return typeof said === 'string' ? said : said.label
}

/** A field that must be filled in; `check` cleans it or says why not. */
export function required<T>(said: Said, check: Check<T>) {
  const label = labelOf(said)
  return z.string({ error: `请填写${label}` }).transform((text, context): T => {
    const result = isBlank(text) ? refuse(`请填写${label}`) : check(text, label)
    if (result.ok) return result.value
    context.addIssue({ code: 'custom', message: result.reason })
    return z.NEVER
  })
}

/** A field that may stay empty: null, undefined stays undefined ("unchanged"), blanks become null. */
export function optional<T>(said: Said, check: Check<T>) {
  return z
    .string({ error: '应为文字' })
    .nullable()
    .transform((text, context): T | null => {
      if (text === null || isBlank(text)) return null
      const result = check(text, labelOf(said))
      if (result.ok) return result.value
      context.addIssue({ code: 'custom', message: result.reason })
      return z.NEVER
    })
    .optional()
}

function isBlank(text: string): boolean {
  return cleanText(text) === ''
}

/** A single line of at most `max` characters. */
export function line(max: number): Check<string> {
  return (text, label) => bounded(label, cleanLine(text), max)
}

/** Running text of at most `max` characters; line breaks stay. */
export function paragraph(max: number): Check<string> {
  return (text, label) => bounded(label, cleanText(text), max)
}

function bounded(label: string, text: string, max: number): Checked<string> {
  if (hasForbiddenCharacters(text)) return refuse(`${label}中含有不可见的控制字符`)
  const length = lengthOf(text)
  return length <= max ? accept(text) : refuse(`${label}最多${max}个字，现为${length}个字`)
}

/** A calendar day as people type it: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105. */
export function date(text: string, label: string): Checked<LocalDate> {
  const day = readDate(text)
  if (day === null) return refuse(`${label}应为日期，例如 2026-01-05`)
  return day >= '1900' && day < '2200' ? accept(day) : refuse(`${label}应在1900年至2199年之间`)
}

/** An internal or Relay id, or a dictionary's code: taken as it is, within bounds. */
export function reference(text: string, label: string): Checked<string> {
  return /^[\w:=+/-]{1,200}$/u.test(text) ? accept(text) : refuse(`${label}不正确，请重新选择`)
}

/** A code of a closed list. */
export function choice<const Code extends string>({
  label,
  choices,
}: {
  readonly label: string
  readonly choices: readonly (DictionaryItem & { readonly code: Code })[]
}) {
  return z.enum(codesOf(choices), { error: `请选择${label}` })
}

/** A whole number within bounds. */
export function whole(said: Said, min: number, max: number) {
  const error = `${labelOf(said)}应为${min}至${max}之间的整数`
  return z.int({ error }).min(min, { error }).max(max, { error })
}

/**
 * A check over several fields, spread into `refine`. It runs as soon as these fields are in order, whatever is wrong with
 * the others, so that a form or an import row shows all its problems at once. `judge` gives the Chinese reason or null.
 */
export function across<Part extends z.ZodObject>(
  part: Part,
  field: string,
  judge: (value: z.output<Part>) => string | null,
): [check: (value: unknown) => boolean, options: AcrossOptions] {
  const verdict = (value: unknown): string | null => {
    const parsed = part.safeParse(value)
    return parsed.success ? judge(parsed.data) : null
  }
  return [
    (value: unknown) => verdict(value) === null,
    {
      path: [field],
      when: (payload: { readonly value: unknown }) => part.safeParse(payload.value).success,
      error: (issue: { readonly input?: unknown }) => verdict(issue.input) ?? undefined,
    },
  ]
}

interface AcrossOptions {
  path: PropertyKey[]
  when: (payload: { readonly value: unknown }) => boolean
  error: (issue: { readonly input?: unknown }) => string | undefined
}

function degrees({ label }: RecordField, min: number, max: number) {
  const error = `${label}应在${min}至${max}度之间`
  return z
    .number({ error: `${label}应为数字` })
    .min(min, { error })
    .max(max, { error })
    .nullish()
}

/** Latitude and longitude within China's territory. */
export const place = {
  lat: degrees(placeFields.lat, 3, 54),
  lng: degrees(placeFields.lng, 73, 136),
}

/** Both coordinates or neither. */
export const wholePlace = across(z.object(place), 'lng', ({ lat, lng }) =>
  (lat == null) === (lng == null) ? null : '经度和纬度应同时填写',
)

/** One thing wrong with one field, as forms and the marked Excel sheet show it. */
export interface Problem {
  /** Name of the field. */
  readonly field: string
  readonly message: string
}

/** The problems a schema found, one for each field: the first. */
export function problemsOf(error: z.ZodError): Problem[] {
  const first = new Map<string, string>()
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!first.has(field)) first.set(field, issue.message)
  }
  return [...first].map(([field, message]) => ({ field, message }))
}
