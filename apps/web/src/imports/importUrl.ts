import { listUrl, url } from '../urlState.ts'

/** The address of an import's page: which outcome, which page. */
export const ImportUrl = { ...listUrl, outcome: url.oneOf(['', 'NEW', 'CHANGED', 'SAME', 'BAD']) }
