import { type LocalDate, todayIn } from '@sitai/rules/calendar'

/** The day it is now in Shanghai, whatever the device's own zone says. */
export function today(): LocalDate {
  return todayIn(new Date())
}
