import { z } from 'zod/mini'

import { listUrl, url } from '../urlState.ts'

/** The address of an import's page: which outcome, which page. */
export const ImportUrl = z.object({ ...listUrl, outcome: url.oneOf(['', 'NEW', 'CHANGED', 'SAME', 'BAD']) })
