import { db } from '../data/db.ts'

type Kind = 'firm' | 'practitioner' | 'community' | 'street' | 'account' | 'place'

const readers: Readonly<Record<Kind, (keys: string[]) => Promise<readonly (readonly [key: string, name: string])[]>>> =
  {
    firm: async (keys) =>
      (await db.firm.findMany({ where: { id: { in: keys } }, select: { id: true, name: true } })).map((it) => [
        it.id,
        it.name,
      ]),
    practitioner: async (keys) =>
      (await db.practitioner.findMany({ where: { id: { in: keys } }, select: { id: true, name: true } })).map((it) => [
        it.id,
        it.name,
      ]),
    account: async (keys) =>
      (await db.account.findMany({ where: { id: { in: keys } }, select: { id: true, displayName: true } })).map(
        (it) => [it.id, it.displayName],
      ),
    community: async (keys) =>
      (await db.community.findMany({ where: { code: { in: keys } }, select: { code: true, name: true } })).map((it) => [
        it.code,
        it.name,
      ]),
    street: async (keys) =>
      (await db.street.findMany({ where: { code: { in: keys } }, select: { code: true, name: true } })).map((it) => [
        it.code,
        it.name,
      ]),
    place: async (keys) =>
      (await db.division.findMany({ where: { code: { in: keys } }, select: { code: true, name: true } })).map((it) => [
        it.code,
        it.name,
      ]),
  }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Tells the names of things by their keys. */
export type NameOf = (kind: Kind, key: string) => Promise<string>

/**
 * A reader of names that reads together: all that are asked for in one turn cost one statement for each kind. It answers
 * the key itself when there is no such thing (any more).
 */
export function namesReader(): NameOf {
  const known = new Map<string, Promise<string>>()
  const wanted = new Map<Kind, Set<string>>()
  let turn: Promise<ReadonlyMap<string, string>> | null = null

  const read = async () => {
    const asked = [...wanted]
    wanted.clear()
    turn = null
    const found = await Promise.all(
      asked.map(async ([kind, keys]) =>
        (await readers[kind]([...keys])).map(([key, name]) => [`${kind} ${key}`, name] as const),
      ),
    )
    return new Map(found.flat())
  }

  return (kind, key) => {
    const label = `${kind} ${key}`
    const before = known.get(label)
    if (before) return before
    const ofUuid = kind === 'firm' || kind === 'practitioner' || kind === 'account'
    if (ofUuid && !uuid.test(key)) return Promise.resolve(key)
    wanted.set(kind, (wanted.get(kind) ?? new Set<string>()).add(key))
    turn ??= new Promise((resolve) => setImmediate(resolve)).then(read)
    const name = turn.then((names) => names.get(label) ?? key)
    known.set(label, name)
    return name
  }
}
