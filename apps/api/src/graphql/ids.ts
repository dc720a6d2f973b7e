import { notFound } from '../acts/refusal.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** Whether a text is a key of our tables. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** What an opaque id says: the type and the key. Null for what is none. */
export function readGlobalId(id: string): { typename: string; id: string } | null {
  const [, typename, key] = /^([A-Z][A-Za-z]*):(.+)$/su.exec(Buffer.from(id, 'base64').toString('utf8')) ?? []
  return typename !== undefined && key !== undefined ? { typename, id: key } : null
}

/** The key in an opaque id of this type, for what does not come through the schema. Refusal NOT_FOUND for another. */
export function idOf(typename: string, id: string): string {
  const read = readGlobalId(id)
  if (read?.typename !== typename || !isUuid(read.id)) throw notFound('条记录')
  return read.id
}
/** The Relay id of a row, as Pothos encodes and decodes it; ids are uuids and codes, so all of it is ASCII. */
export function globalId(type: string, id: string): string {
  return btoa(`${type}:${id}`)
}
