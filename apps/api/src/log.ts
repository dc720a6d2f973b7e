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
