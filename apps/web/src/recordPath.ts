import { paths } from './paths.ts'

const pages: Readonly<Record<string, (id: string) => string>> = {
  Firm: paths.firm,
  Practitioner: paths.practitioner,
  Pairing: paths.pairing,
  Visit: paths.visit,
  ServiceLog: paths.serviceLog,
  Account: paths.account,
}

/** The page of a record by its type and id in the API; null for what has none. */
export function recordPath(type: string, id: string): string | null {
  return pages[type]?.(id) ?? null
}
