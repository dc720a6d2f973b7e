import type { AuditEvent, DictKind } from '@sitai/db/client'
import { instantWords } from '../time/dates.ts'
import { dictionaryOf } from '../dictionaries/dictionary.ts'
import { namesReader, type NameOf } from '../records/names.ts'
import { recordLabels, recordOfTable } from '../records/records.ts'
import { columnOf, type Saying } from './columns.ts'

/** One field of a record, before and after, in the reader's words; null stands for "nothing there". */
export interface FieldChange {
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** What puts values into words for one answer: it reads names and dictionaries once for all lines of a page. */
export interface Speaker {
  readonly nameOf: NameOf
  readonly dictionary: (kind: DictKind) => Promise<ReadonlyMap<string, string>>
}

/** A speaker for one request. */
export function speakerIn(divisionCode: string): Speaker {
  const lists = new Map<DictKind, Promise<ReadonlyMap<string, string>>>()
  return {
    nameOf: namesReader(),
    dictionary: (kind) => {
      const known = lists.get(kind)
      if (known) return known
      const list = dictionaryOf(divisionCode, kind).then(
        (items) => new Map(items.map(({ code, label }) => [code, label])),
      )
      lists.set(kind, list)
      return list
    },
  }
}

/** The changed fields of a line of the log, in words. Columns that say nothing to a reader are left out. */
export async function changesOf(
  event: Pick<AuditEvent, 'entity' | 'entityId' | 'before' | 'after'>,
  speaker: Speaker,
): Promise<FieldChange[]> {
  const before = rowOf(event.before)
  const after = rowOf(event.after)
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changes = await Promise.all(
    fields.map(async (field): Promise<FieldChange | null> => {
      const column = columnOf(event.entity, field)
      if (column === null || (isNothing(before[field]) && isNothing(after[field]))) return null
      const [label, saying]: readonly [string, Saying] = column ?? [field, 'text']
      return {
        field,
        label,
        before: await say(before[field], saying, speaker),
        after: await say(after[field], saying, speaker),
      }
    }),
  )
  return changes.filter((change) => change !== null)
}

/** What the changed record is, in words: `机构 甬江律师事务所`, `参数 每月驻点次数`. */
export async function recordOf(
  event: Pick<AuditEvent, 'entity' | 'entityId' | 'before' | 'after'>,
  { nameOf }: Speaker,
): Promise<string> {
  const label = recordLabels[event.entity] ?? event.entity
  const row = { ...rowOf(event.before), ...rowOf(event.after) }
  // The line of an export is about a list, not about one record.
  if (typeof row['list'] === 'string') return label
  const name = await nameOfRecord(event, row, nameOf)
  return name === null ? label : `${label} ${name}`
}

async function nameOfRecord(
  { entity, entityId }: Pick<AuditEvent, 'entity' | 'entityId'>,
  row: Row,
  nameOf: NameOf,
): Promise<string | null> {
  const record = recordOfTable(entity)
  if (record?.namesOf) return nameOf(record.table, entityId)
  for (const key of ['label', 'name', 'file_name']) if (typeof row[key] === 'string') return row[key]
  if (typeof row['community_code'] === 'string') return nameOf('community', row['community_code'])
  return typeof row['account_id'] === 'string' ? nameOf('account', row['account_id']) : null
}

type Row = Readonly<Record<string, unknown>>

function rowOf(json: unknown): Row {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {}
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

async function say(value: unknown, saying: Saying, speaker: Speaker): Promise<string | null> {
  if (isNothing(value)) return null
  if (Array.isArray(value)) return (await Promise.all(value.map((item) => say(item, saying, speaker)))).join('、')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (typeof saying === 'object') return saying[text] ?? text
  switch (saying) {
    case 'text':
      return typeof value === 'boolean' ? yesOrNo(value) : text
    case 'day':
      return text.slice(0, 10)
    case 'instant': {
      const at = new Date(text)
      return Number.isNaN(at.getTime()) ? text : instantWords(at)
    }
    case 'yesNo':
      return yesOrNo(value === true)
    case 'TOPIC':
    case 'SERVICE_TYPE':
    case 'TERMINATION_GROUND':
      return (await speaker.dictionary(saying)).get(text) ?? text
    case 'account':
    case 'community':
    case 'firm':
    case 'place':
    case 'practitioner':
    case 'street':
      return speaker.nameOf(saying, text)
  }
}

function yesOrNo(value: boolean): string {
  return value ? '是' : '否'
}
