import { log } from '../log.ts'
import { tidyPairings } from '../pairings/daily.ts'
import { missVisits } from '../visits/missVisits.ts'
import { write, type Tx } from '../acts/write.ts'

/** What must be brought up to date as days pass: idempotent, in whole statements. */
interface DayStep {
  readonly name: string
  readonly run: (tx: Tx) => Promise<object>
}

/** Every step, in the order they run. A slice adds its own here. */
const steps: readonly DayStep[] = [{ name: 'tidyPairings', run: tidyPairings }]

const writer = '系统（每日整理）'

/** Brings states to the day. A step that another process is running is left to that process. */
export async function tidyDay(): Promise<void> {
  for (const step of steps) {
    const done = await runStep(step)
    if (done) log.info({ step: step.name, ...done }, 'the day was tidied')
  }
  // Writes bureau by bureau, each by its own days of grace; run twice at once it changes each visit once.
  const missed = await missVisits({ system: writer, requestId: 'day:missVisits' })
  if (missed > 0) log.info({ step: 'missVisits', missed }, 'the day was tidied')
}

function runStep({ name, run }: DayStep): Promise<object | null> {
  const inTurn = async (tx: Tx) => {
    const [lock] = await tx.$queryRaw<
      { mine: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(hashtext(${`day:${name}`})) AS mine`
    return lock?.mine ? run(tx) : null
  }
  return write({ system: writer, requestId: `day:${name}` }, name, inTurn, { timeout: 120_000 })
}
