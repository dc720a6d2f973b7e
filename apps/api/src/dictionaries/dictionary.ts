import { cleanLine, hasForbiddenCharacters, lengthOf } from '@sitai/rules/text'
import type { DictItem, DictKind } from '@sitai/db/client'
import { divisionsAbove } from '../access/place.ts'
import { db } from '../data/db.ts'
import { changedMeanwhile, notFound, Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'

/**
 * Dictionaries are inherited: the whole system's rows (division ''), then the province's, the city's, the district's;
 * of one code the row nearest to the place counts. Whoever changes an inherited item makes a row of their own place, so
 * nobody changes another's list; taking that row away restores what is inherited. Items are never deleted: codes stand
 * in the records.
 */
export interface DictionaryEntry {
  readonly kind: DictKind
  readonly code: string
  readonly label: string
  readonly position: number
  readonly active: boolean
  /** The row's version when the row is the place's own, else 0: what an update must expect. */
  readonly version: number
  readonly origin: 'OWN' | 'INHERITED' | 'OVERRIDDEN'
  /** Names the row in the operation log. */
  readonly rowId: string
}

/** The entries of a list as they stand in a place, in their order; retired ones are in it, since old records bear them. */
export async function dictionaryOf(
  divisionCode: string,
  kind: DictKind,
  tx: Pick<Tx, 'dictItem'> = db,
): Promise<DictionaryEntry[]> {
  const rows = await tx.dictItem.findMany({
    where: { kind, divisionCode: { in: divisionsAbove(divisionCode) } },
    orderBy: { divisionCode: 'asc' },
  })
  const byCode = new Map<string, DictItem[]>()
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row])
  return [...byCode.values()].flatMap((layers) => entryOf(layers, divisionCode)).toSorted(inOrder)
}

function entryOf(layers: readonly DictItem[], divisionCode: string): DictionaryEntry[] {
  const row = layers.at(-1)
  if (!row) return []
  const own = row.divisionCode === divisionCode
  const { kind, code, label, position, active } = row
  const origin = !own ? 'INHERITED' : layers.length > 1 ? 'OVERRIDDEN' : 'OWN'
  return [{ kind, code, label, position, active, origin, version: own ? row.version : 0, rowId: row.id }]
}

function inOrder(a: DictionaryEntry, b: DictionaryEntry): number {
  return a.position - b.position || (a.code < b.code ? -1 : 1)
}

/** Adds an item of the place's own, at the end. */
export async function addDictItem(
  viewer: Viewer,
  input: { kind: DictKind; code: string; label: string },
): Promise<DictionaryEntry> {
  const code = input.code.trim().toUpperCase()
  if (!/^[A-Z][A-Z0-9_]{1,39}$/u.test(code)) {
    throw new Refusal('INVALID', '代码应为2至40个大写字母、数字或下划线，以字母开头，建后不改。', ['code'])
  }
  const label = checkedLabel(input.label)
  return write(viewer, 'addDictItem', async (tx) => {
    const entries = await lockedEntries(tx, viewer, input.kind)
    if (entries.some((it) => it.code === code)) throw new Refusal('CODE_TAKEN', '这个代码已存在。', ['code'])
    refuseSameLabel(entries, label, code)
    const position = Math.max(0, ...entries.map((it) => it.position)) + 10
    await tx.dictItem.create({ data: { kind: input.kind, code, label, position, divisionCode: viewer.divisionCode } })
    return entryIn(tx, viewer, input.kind, code)
  })
}

/** Renames an item, retires it or brings it back. */
export async function updateDictItem(
  viewer: Viewer,
  input: { kind: DictKind; code: string; expectedVersion: number; label?: string | null; active?: boolean | null },
): Promise<DictionaryEntry> {
  const label = input.label == null ? undefined : checkedLabel(input.label)
  return write(viewer, 'updateDictItem', async (tx) => {
    const entries = await lockedEntries(tx, viewer, input.kind)
    const entry = entries.find((it) => it.code === input.code)
    if (!entry) throw notFound('个字典项')
    if (entry.version !== input.expectedVersion) throw changedMeanwhile()
    if (label !== undefined) refuseSameLabel(entries, label, entry.code)
    const active = input.active ?? entry.active
    if (!active && entries.every((it) => !it.active || it.code === entry.code)) {
      throw new Refusal('LAST_ACTIVE', '至少要有一项启用。', ['active'])
    }
    await put(tx, viewer, { ...entry, label: label ?? entry.label, active })
    return entryIn(tx, viewer, input.kind, entry.code)
  })
}

/** Puts the items into this order; all codes of the list must be named, so that nobody else's new item is lost. */
export async function reorderDictItems(
  viewer: Viewer,
  input: { kind: DictKind; codes: readonly string[] },
): Promise<DictionaryEntry[]> {
  return write(viewer, 'reorderDictItems', async (tx) => {
    const entries = await lockedEntries(tx, viewer, input.kind)
    const wanted = new Set(input.codes)
    if (wanted.size !== entries.length || entries.some(({ code }) => !wanted.has(code))) throw changedMeanwhile()
    // The places in the list stay, the items change places: only those that moved get rows of their own.
    const positions = entries.map((_entry, index) => (index + 1) * 10)
    for (const [index, code] of input.codes.entries()) {
      const entry = entries.find((it) => it.code === code)
      const position = positions[index] ?? 0
      if (entry && entry.position !== position) await put(tx, viewer, { ...entry, position })
    }
    return dictionaryOf(viewer.divisionCode, input.kind, tx)
  })
}

/** Takes the place's own changes of an inherited item away. */
export async function resetDictItem(
  viewer: Viewer,
  input: { kind: DictKind; code: string; expectedVersion: number },
): Promise<DictionaryEntry> {
  return write(viewer, 'resetDictItem', async (tx) => {
    const entries = await lockedEntries(tx, viewer, input.kind)
    const entry = entries.find((it) => it.code === input.code)
    if (!entry) throw notFound('个字典项')
    if (entry.version !== input.expectedVersion) throw changedMeanwhile()
    if (entry.origin === 'OWN')
      throw new Refusal('OWN_ITEM', '这是本局自己的字典项，没有通用的内容可以恢复；不用时请停用。')
    if (entry.origin === 'OVERRIDDEN') await tx.dictItem.delete({ where: { id: entry.rowId } })
    return entryIn(tx, viewer, input.kind, input.code)
  })
}

/** The list as it stands, one change at a time in a place. */
async function lockedEntries(tx: Tx, viewer: Viewer, kind: DictKind): Promise<DictionaryEntry[]> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext(${`dictionary ${kind} ${viewer.divisionCode}`}))`
  return dictionaryOf(viewer.divisionCode, kind, tx)
}

/** Writes the place's own row of an item. */
async function put(tx: Tx, viewer: Viewer, entry: DictionaryEntry): Promise<void> {
  const { kind, code, label, position, active } = entry
  const { divisionCode } = viewer
  await tx.dictItem.upsert({
    where: { divisionCode_kind_code: { divisionCode, kind, code } },
    create: { kind, code, label, position, active, divisionCode },
    update: { label, position, active },
  })
}

async function entryIn(tx: Tx, viewer: Viewer, kind: DictKind, code: string): Promise<DictionaryEntry> {
  const entry = (await dictionaryOf(viewer.divisionCode, kind, tx)).find((it) => it.code === code)
  if (!entry) throw notFound('个字典项')
  return entry
}

function checkedLabel(text: string): string {
  const label = cleanLine(text)
  if (label === '' || hasForbiddenCharacters(label)) throw new Refusal('INVALID', '请填写名称。', ['label'])
  if (lengthOf(label) > 20) throw new Refusal('INVALID', '名称最多 20 个字。', ['label'])
  return label
}

function refuseSameLabel(entries: readonly DictionaryEntry[], label: string, code: string): void {
  if (entries.some((it) => it.label === label && it.code !== code && it.active)) {
    throw new Refusal('LABEL_TAKEN', '已有同名的项。', ['label'])
  }
}
