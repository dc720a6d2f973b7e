import { existsSync, readdirSync, readFileSync } from 'node:fs'

const tick = 10 // milliseconds; the kernel's USER_HZ is 100 wherever Node runs

/** Milliseconds of CPU a process has used; NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  const [user = NaN, system = NaN] = times(pid)
  return (user + system) * tick
}

/** Milliseconds of CPU PostgreSQL has used: its first process, those it has now, and those that have ended. */
export function cpuOfPostgres(postmaster: number): number {
  const [user = NaN, system = NaN, endedUser = NaN, endedSystem = NaN] = times(postmaster)
  const children = childrenOf(postmaster).reduce((sum, pid) => sum + (cpuOf(pid) || 0), 0)
  return (user + system + endedUser + endedSystem) * tick + children
}

/** Megabytes of memory a process holds now, and the most it ever held. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = read(`/proc/${pid}/status`)
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN)
  return { now: kilobytes('VmRSS') / 1000, most: kilobytes('VmHWM') / 1000 }
}

/** utime, stime, cutime, cstime in ticks. */
function times(pid: number): number[] {
  const stat = read(`/proc/${pid}/stat`)
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number)
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const stat = read(`/proc/${pid}/stat`)
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
    })
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
