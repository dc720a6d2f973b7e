/** The Relay id of a row, as Pothos encodes and decodes it; ids are uuids and codes, so all of it is ASCII. */
export function globalId(type: string, id: string): string {
  return btoa(`${type}:${id}`)
}
