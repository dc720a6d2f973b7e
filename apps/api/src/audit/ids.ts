import { readGlobalId } from '../graphql/ids.ts'

/** The log's own key of a record: what stands in an opaque id, or the text itself (a division code, a setting's key). */
export function historyId(id: string): string {
  return readGlobalId(id)?.id ?? id.trim()
}
