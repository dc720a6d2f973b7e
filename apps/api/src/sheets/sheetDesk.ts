/**
 * Where workbooks are read and written: in processes beside the server, each with a bound on memory and time, so that
 * no workbook holds up anybody's request or ends the server. docs/decisions/0019 says why they are processes.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { extname, join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../acts/refusal.ts'
import type { TaskName, Tasks } from './sheetTasks.ts'

export interface SheetQuestion {
  readonly name: TaskName
  readonly input: unknown
}

export interface SheetAnswer {
  readonly value?: unknown
  readonly refusal?: { readonly code: string; readonly message: string; readonly path: readonly string[] | null }
  readonly failure?: {
    readonly code: string | undefined
    readonly message: string
    readonly stack: string | undefined
  }
}

/** Asks the process for one thing and waits for it. */
export type Ask = <Name extends TaskName>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
) => Promise<Awaited<ReturnType<Tasks[Name]>>>

/** Bounds of one process, in MB and milliseconds. */
const most = { heap: 384, time: 30_000, idle: 30_000 }

interface Lane {
  readonly size: number
  readonly idle: ChildProcess[]
  readonly waiting: (() => void)[]
  busy: number
}

const lane = (size: number): Lane => ({ size, idle: [], waiting: [], busy: 0 })

/** Reading and writing wait for their own kind only: whoever sends bad workbooks holds up no export. */
const lanes = { reading: lane(2), writing: lane(2) }
const mostWaiting = 40

/**
 * Does the work in a process of its own, first come first served. Refusals: those of the work, BUSY when too many wait,
 * TOO_LARGE when it takes more memory or time than a workbook may.
 */
export async function atDesk<T>(of: keyof typeof lanes, work: (ask: Ask) => Promise<T>): Promise<T> {
  const line = lanes[of]
  if (line.busy >= line.size) {
    if (line.waiting.length >= mostWaiting) throw new Refusal('BUSY', '正在处理的工作簿较多，请稍后再试。')
    await new Promise<void>((resolve) => line.waiting.push(resolve))
  } else line.busy++
  const child = line.idle.pop() ?? started()
  try {
    child.ref()
    child.channel?.ref()
    return await work((name, input) => asked(child, name, input))
  } finally {
    rested(child, line)
    const next = line.waiting.shift()
    if (next) next()
    else line.busy--
  }
}

function started(): ChildProcess {
  const kind = extname(import.meta.filename)
  return fork(join(import.meta.dirname, `sheetProcess${kind}`), {
    cwd: import.meta.dirname,
    env: {},
    execArgv: [`--max-old-space-size=${most.heap}`, ...(kind === '.ts' ? ['--import', 'tsx'] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Kept for the next workbook for a while, without keeping the server alive. */
function rested(child: ChildProcess, { idle }: Lane) {
  child.unref()
  child.channel?.unref()
  if (!isAlive(child)) return
  idle.push(child)
  setTimeout(() => {
    const at = idle.indexOf(child)
    if (at >= 0) idle.splice(at, 1)
    if (at >= 0) child.kill('SIGKILL')
  }, most.idle).unref()
}

const isAlive = (child: ChildProcess) => child.connected && child.exitCode === null && !child.killed

function asked<Name extends TaskName>(
  child: ChildProcess,
  name: Name,
  input: Parameters<Tasks[Name]>[0],
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      done(() =>
        reject(new Refusal('TOO_LARGE', '工作簿处理的时间过长，已停止。请删除多余的内容，或分几次办理。', ['file'])),
      )
    }, most.time)
    const onExit = () =>
      done(() =>
        reject(new Refusal('TOO_LARGE', '工作簿占用的内存过多，已停止。请删除多余的内容，或分几次办理。', ['file'])),
      )
    const onError = (error: Error) => {
      child.kill('SIGKILL')
      done(() => reject(error))
    }
    const onMessage = (message: unknown) =>
      done(() => {
        const { value, refusal, failure } = z.custom<SheetAnswer>().parse(message)
        if (refusal) reject(new Refusal(refusal.code, refusal.message, refusal.path))
        else if (failure) reject(Object.assign(new Error(failure.message), failure))
        else resolve(z.custom<Awaited<ReturnType<Tasks[Name]>>>().parse(value))
      })
    const done = (settle: () => void) => {
      clearTimeout(timer)
      child.off('exit', onExit).off('error', onError).off('message', onMessage)
      settle()
    }
    child.on('exit', onExit).on('error', onError).on('message', onMessage)
    const question: SheetQuestion = { name, input }
    child.send({ ...question }, (error) => (error ? onError(error) : undefined))
  })
}
