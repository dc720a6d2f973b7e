import { Pool } from 'undici'

import type { Operation, World } from '../operations/operation.ts'
import { cpuOf, cpuOfPostgres, memoryOf } from './process.ts'
import type { Call, System } from './system.ts'

/** What one turn of one system at one operation gave. Times in milliseconds, memory in megabytes. */
export interface Turn {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** CPU of the server and of PostgreSQL for one request. */
  readonly serverCpu: number
  readonly databaseCpu: number
  readonly memory: number
  readonly mostMemory: number
  readonly failures: number
}

export interface Load {
  readonly connections: number
  readonly seconds: number
  /** Seconds before the clock starts. */
  readonly warmUp: number
  readonly postmaster: number
}

/** Sends one request and answers its text. */
export async function ask(system: System, operation: Operation, world: World, n: number): Promise<string> {
  const { path, headers, body } = system.asks(operation, world, n)
  const response = await fetch(system.address + path, { method: 'POST', headers, body })
  return response.text()
}

/**
 * Keeps so many connections busy, each with one request at a time. `counter` gives the number of a call: writes must
 * never repeat one, reads go round through those prepared.
 */
export async function drive(
  system: System,
  operation: Operation,
  world: World,
  load: Load,
  counter: () => number,
): Promise<Turn> {
  const prepared = operation.writes ? [] : Array.from({ length: 256 }, (_, n) => system.asks(operation, world, n))
  const next = (): Call => {
    const n = counter()
    return prepared[n % 256] ?? system.asks(operation, world, n)
  }
  const pool = new Pool(system.address, { connections: load.connections, pipelining: 1 })
  await keepBusy(pool, load.connections, load.warmUp, next, operation.writes)
  const before = [cpuOf(system.pid), cpuOfPostgres(load.postmaster)] as const
  const begin = performance.now()
  const { times, failures } = await keepBusy(pool, load.connections, load.seconds, next, operation.writes)
  const seconds = (performance.now() - begin) / 1000
  const requests = times.length + failures
  const after = [cpuOf(system.pid), cpuOfPostgres(load.postmaster)] as const
  const memory = memoryOf(system.pid)
  await pool.close()
  times.sort((a, b) => a - b)
  const quantile = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN
  return {
    perSecond: times.length / seconds,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    serverCpu: (after[0] - before[0]) / requests,
    databaseCpu: (after[1] - before[1]) / requests,
    memory: memory.now,
    mostMemory: memory.most,
    failures,
  }
}

async function keepBusy(pool: Pool, connections: number, seconds: number, next: () => Call, read: boolean) {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  let failures = 0
  const one = async () => {
    while (performance.now() < until) {
      const begin = performance.now()
      const { path, headers, body } = next()
      const response = await pool.request({ path, method: 'POST', headers, body })
      let ok = response.statusCode === 200
      if (read) {
        const text = await response.body.text()
        ok &&= !text.includes('"errors"') && !text.includes('"message"')
      } else await response.body.dump({ limit: 10_000_000 })
      if (ok) times.push(performance.now() - begin)
      else failures++
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  return { times, failures }
}

/** The turn in the middle, by requests a second. */
export function median(turns: readonly Turn[]): Turn {
  const sorted = turns.toSorted((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('There was no turn.')
  return middle
}
