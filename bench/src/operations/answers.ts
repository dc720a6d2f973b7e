/**
 * Makes the answers of the three systems comparable: only what stands under `answer`, lists without their connections,
 * Relay ids as what they stand for, instants in one form, numbers to twelve digits, keys in one order.
 */
export function plain(text: string): string {
  const whole: unknown = JSON.parse(text)
  const data = field(whole, 'data')
  const answer = data === undefined ? whole : field(data, 'answer')
  return JSON.stringify(simple(answer ?? whole))
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function simple(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simple)
  if (typeof value === 'string') return instant(bareId(value))
  if (typeof value === 'number') return Number(value.toPrecision(12))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [only] = entries
  if (only && entries.length === 1 && Array.isArray(only[1])) {
    if (only[0] === 'nodes') return only[1].map(simple)
    if (only[0] === 'edges') return only[1].map((edge) => simple(field(edge, 'node')))
  }
  // What a mutation of PostGraphile made stands in its payload.
  if (only && entries.length === 1 && (only[0] === 'serviceLog' || only[0] === 'pairing')) return simple(only[1])
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, simple(part)]),
  )
}

function bareId(text: string): string {
  if (!/^[A-Za-z0-9+/]{20,}=*$/.test(text)) return text
  return /^[A-Z]\w+:(.+)$/.exec(Buffer.from(text, 'base64').toString('utf8'))?.[1] ?? text
}

function instant(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text).toISOString() : text
}
