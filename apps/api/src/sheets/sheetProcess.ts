/**
 * The process that reads and writes workbooks (sheetDesk.ts starts it): what a workbook costs, and what a hostile one
 * breaks, is never the server's. It has no environment, no database and no secrets.
 */
import { z } from 'zod'
import { Refusal } from '../acts/refusal.ts'
import type { SheetAnswer, SheetQuestion } from './sheetDesk.ts'
import { tasks } from './sheetTasks.ts'

const question = z.custom<SheetQuestion>()

process.on('message', (message) => void answer(question.parse(message)))
process.once('disconnect', () => process.exit(0))
// The server says when it is over, not the terminal.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

async function answer({ name, input }: SheetQuestion) {
  try {
    const value: unknown = await Reflect.apply(tasks[name], null, [input])
    tell({ value })
  } catch (error) {
    tell(error instanceof Refusal ? refusalOf(error) : failureOf(error))
  }
}

function tell(said: SheetAnswer) {
  process.send?.(said)
}

function refusalOf({ code, message, inputPath }: Refusal): SheetAnswer {
  return { refusal: { code, message, path: inputPath } }
}

function failureOf(error: unknown): SheetAnswer {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return { failure: { code: typeof code === 'string' ? code : undefined, message, stack } }
}
