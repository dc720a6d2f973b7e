/**
 * The service log (工作日志, 一次一记、一事一记): its input and the checks of BR-15. The schema takes a draft too; the
 * problems below stand between a draft and its submission, on the phone and in the API alike.
 */
import { z } from 'zod'
import { daysBetween, type LocalDate } from './calendar.ts'
import { choice, date, optional, paragraph, type Problem, reference, required, whole } from './fields.ts'
import type { RecordField } from './recordFields.ts'
import { serviceLogFields as fields } from './serviceLog.fields.ts'
import type { Settings } from './settings.ts'
import { countKinds, type CountKind, countsOf } from './taxonomy.ts'
import { lengthOf } from './text.ts'

const MAX_CONTENT = 5000
const count = (field: RecordField) =>
  whole(field, 0, 100_000)
    .nullish()
    .transform((number) => number ?? 0)

/** Schema of `saveServiceLog` and `submitServiceLog`. */
export const serviceLogInput = z.object({
  pairingId: required('结对', reference),
  visitId: optional('驻点', reference),
  typeCode: required(fields.typeCode, reference),
  topicCode: required(fields.topicCode, reference),
  occurredOn: required(fields.occurredOn, date),
  persons: count(fields.persons),
  items: count(fields.items),
  sessions: count(fields.sessions),
  copies: count(fields.copies),
  /** May be empty in a draft. */
  content: optional(fields.content, paragraph(MAX_CONTENT)),
  outcome: optional(fields.outcome, paragraph(1000)),
  /** Null when it was on the spot. */
  remote: choice(fields.remote).nullish(),
  lateReason: optional(fields.lateReason, paragraph(200)),
} satisfies Record<keyof typeof fields, z.ZodType> & Record<'pairingId' | 'visitId', z.ZodType>)

/** A log as cleaned. */
export type ServiceLogInput = z.output<typeof serviceLogInput>

type Counts = Readonly<Record<CountKind, number>>

/** What BR-15 looks at. */
export interface ServiceLogFacts extends Counts {
  readonly type: string
  readonly occurredOn: LocalDate
  readonly content?: string | null | undefined
  readonly lateReason?: string | null | undefined
}

/** How the log's counts are measured: the bureau's own service type, or the default of its code. */
export interface ServiceLogRules {
  readonly today: LocalDate
  readonly settings: Pick<Settings, 'logBackDays' | 'logMinCharacters'>
  /** Counts of the service type where the bureau has its own; else those of the taxonomy. */
  readonly counts?: readonly CountKind[]
}

/** True when a log of that day needs a reason for coming late. */
export function isLateEntry(occurredOn: LocalDate, { today, settings }: ServiceLogRules): boolean {
  return daysBetween(occurredOn, today) > settings.logBackDays
}

/** What keeps the log from being submitted (BR-15), by field; empty when nothing does. */
export function serviceLogProblems(log: ServiceLogFacts, rules: ServiceLogRules): Problem[] {
  const { today, settings } = rules
  const problems: Problem[] = []
  if (log.occurredOn > today) problems.push({ field: 'occurredOn', message: '服务日期不能晚于今天' })
  if (isLateEntry(log.occurredOn, rules) && (log.lateReason ?? '') === '') {
    problems.push({ field: 'lateReason', message: `服务日期已超过${settings.logBackDays}天，请填写补录原因` })
  }
  // Blanks are not content.
  const length = lengthOf((log.content ?? '').replace(/\s/gu, ''))
  if (length < settings.logMinCharacters) {
    problems.push({ field: 'content', message: `服务内容至少${settings.logMinCharacters}个字，现为${length}个字` })
  }
  return [...problems, ...countProblems(log, rules.counts ?? countsOf(log.type))]
}

function countProblems(log: ServiceLogFacts, allowed: readonly CountKind[]): Problem[] {
  const strange = countKinds.filter(({ kind }) => log[kind] > 0 && !allowed.includes(kind))
  const problems = strange.map(({ kind, label }) => ({ field: kind, message: `此服务类型不计${label}` }))
  if (allowed.some((kind) => log[kind] > 0)) return problems
  const names = countKinds.filter(({ kind }) => allowed.includes(kind)).map(({ label }) => label)
  return [...problems, { field: allowed[0] ?? 'persons', message: `请填写${names.join('或')}，至少一项大于0` }]
}

/** Where, when and how a service was given, of a log that is being written. */
export interface LogOccasion {
  readonly pairingId: string
  readonly occurredOn: LocalDate
  /** Empty when it was on the spot. */
  readonly remote: string
}

/** The visit a log belongs to unless one says otherwise: the only one of its pairing and day; empty when there is none. */
export function visitOf(
  { pairingId, occurredOn, remote }: LogOccasion,
  visits: readonly { readonly id: string; readonly pairingId: string; readonly plannedOn: LocalDate }[],
): string {
  const [only, another] = visits.filter((it) => it.pairingId === pairingId && it.plannedOn === occurredOn)
  return remote === '' && only && !another ? only.id : ''
}

/** `12人次、3件`: the counts that are not zero. */
export function countsLabel(counts: Counts): string {
  const written = countKinds.flatMap(({ kind, unit }) => (counts[kind] > 0 ? [`${counts[kind]}${unit}`] : []))
  return written.join('、')
}
