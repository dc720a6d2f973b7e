import { ask, drive, median, type Turn } from './measure/drive.ts'
import type { System } from './measure/system.ts'
import { plain } from './operations/answers.ts'
import type { Operation, World } from './operations/operation.ts'

/** The systems that take turns at an operation; the first is ours. */
export interface Contest {
  readonly systems: readonly System[]
  readonly world: World
  readonly seconds: number
  readonly rounds: number
  readonly connections: number
  readonly postmaster: number
  /** Takes away what a write has made, so that the next turn finds what this one found. */
  readonly tidy: () => Promise<void>
}

/** Numbers calls across operations and turns, so that no write is sent twice. */
let calls = 0
const counter = () => calls++

/** How many different calls the answers are compared for. */
const samples = 24

/** Throws unless every system gives the same answers to the same calls. */
export async function assertEqual({ systems, world, tidy }: Contest, operation: Operation): Promise<void> {
  for (let n = 0; n < (operation.writes ? 3 : samples); n++) {
    const [first, ...others] = await Promise.all(
      systems.map(async (system, at) => {
        const number = operation.writes ? n * systems.length + at : n
        const text = await ask(system, operation, world, number)
        return { name: system.name, text, answer: answerOf(text) }
      }),
    )
    if (first && /"errors"|"message"/.test(first.text))
      throw new Error(`${operation.name}: ${first.text.slice(0, 600)}`)
    for (const other of others) {
      if (other.answer === first?.answer) continue
      const at = [...other.answer].findIndex((letter, place) => letter !== first?.answer[place])
      const part = (text: string | undefined) => text?.slice(Math.max(0, at - 150), at + 150)
      throw new Error(
        `${operation.name}: the answers differ.\n  ${first?.name}: ${part(first?.answer)}\n  ${other.name}: ${part(other.answer)}\n  ${other.text.slice(0, 300)}`,
      )
    }
  }
  if (operation.writes) await tidy()
}

function answerOf(text: string): string {
  try {
    return plain(text)
  } catch {
    return text
  }
}

/** Lets the systems take turns at an operation; answers the middle turn of each, in the order of the systems. */
export async function contest(given: Contest, operation: Operation): Promise<Turn[]> {
  const turns = given.systems.map((): Turn[] => [])
  for (let round = 0; round < given.rounds; round++) {
    for (const [at, system] of given.systems.entries()) {
      const load = { ...given, warmUp: round === 0 ? 1.5 : 0.3 }
      turns[at]?.push(await drive(system, operation, given.world, load, counter))
      if (operation.writes) await given.tidy()
    }
  }
  return turns.map(median)
}
