const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** The log's own key of a record: what stands in an opaque id, or the text itself (a division code, a setting's key). */
export function historyId(id: string): string {
  const plain = Buffer.from(id, 'base64').toString('utf8')
  return /^[A-Z][A-Za-z]+:(.+)$/u.exec(plain)?.[1] ?? id.trim()
}
