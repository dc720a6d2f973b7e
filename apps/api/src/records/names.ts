import { db } from '../data/db.ts'
import { isUuid } from '../graphql/ids.ts'
import { recordOfTable } from './records.ts'

/** Tells the names of records by their table and key; a `place` is a division of whatever kind. */
export type NameOf = (table: string, key: string) => Promise<string>

type Names = readonly (readonly [key: string, name: string])[]

async function namesOf(table: string, keys: string[]): Promise<Names> {
  if (table === 'place') {
    const divisions = await db.division.findMany({ where: { code: { in: keys } }, select: { code: true, name: true } })
    return divisions.map(({ code, name }) => [code, name])
  }
  const record = recordOfTable(table)
  return record?.namesOf ? record.namesOf(record.key === 'id' ? keys.filter(isUuid) : keys) : []
}

/**
 * A reader of names that reads together: all that are asked for in one turn cost one statement for each table. It answers
 * the key itself when there is no such thing (any more).
 */
export function namesReader(): NameOf {
  const known = new Map<string, Promise<string>>()
  const wanted = new Map<string, Set<string>>()
  let turn: Promise<ReadonlyMap<string, string>> | null = null

  const read = async () => {
    const asked = [...wanted]
    wanted.clear()
    turn = null
    const found = await Promise.all(
      asked.map(async ([table, keys]) =>
        (await namesOf(table, [...keys])).map(([key, name]) => [`${table} ${key}`, name] as const),
      ),
    )
    return new Map(found.flat())
  }

  return (table, key) => {
    const label = `${table} ${key}`
    const before = known.get(label)
    if (before) return before
    wanted.set(table, (wanted.get(table) ?? new Set<string>()).add(key))
    turn ??= new Promise((resolve) => setImmediate(resolve)).then(read)
    const name = turn.then((names) => names.get(label) ?? key)
    known.set(label, name)
    return name
  }
}
