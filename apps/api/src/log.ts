import pino from 'pino'
import { config } from './config.ts'

/** Structured log without personal data: request numbers, acts and codes, never names, numbers or row values. */
export const log = pino({
  level: config.NODE_ENV === 'test' ? 'silent' : config.LOG_LEVEL,
  base: null,
  redact: {
    paths: ['*.phone', '*.idNo', '*.password', 'req.headers.cookie', 'req.headers.authorization'],
    remove: true,
  },
})

/** What of an error may be logged: its name and where it was thrown. Its message may hold the data it failed on. */
export function traceOf(error: unknown): { readonly name: string; readonly stack: readonly string[] } {
  if (!(error instanceof Error)) return { name: 'unknown', stack: [] }
  const lines = error.stack?.split('\n') ?? []
  return { name: error.name, stack: lines.filter((line) => /^\s+at /.test(line)).slice(0, 8) }
}
