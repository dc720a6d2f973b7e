import { randomUUID } from 'node:crypto'

/**
 * A UUID of version 7 (RFC 9562, 5.7): 48 bits of the milliseconds since 1970, so that new rows stand together in their
 * index, and 74 bits of chance, taken from a UUID of version 4, of which Node keeps a supply.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
