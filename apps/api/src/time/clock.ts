import { todayIn } from '@sitai/rules/calendar'
import { config } from '../config.ts'

/** The instant every rule works with; SITAI_NOW fixes it. */
export function now(): Date {
  return config.SITAI_NOW ? new Date(config.SITAI_NOW) : new Date()
}

/** Today in Asia/Shanghai, as YYYY-MM-DD. */
export function today(): string {
  return todayIn(now())
}
