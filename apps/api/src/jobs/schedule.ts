import { now } from '../time/clock.ts'
import { tidyDay } from './daily.ts'
import { sweepFiles } from '../files/file.ts'
import { checkImport } from '../imports/check.ts'
import { recoverImports } from '../imports/commit.ts'
import { purgeImports } from '../imports/purge.ts'
import { logFailure, runLater } from './queue.ts'
import { keepRollup } from '../overview/rollup.ts'

const hour = 3_600_000
/** Between two passes of the rollup, and how long one may fill before it looks for changes again. */
const pause = 1000
/** After one that failed. */
const longPause = 30_000

/** What the server does by itself: at its start it sets right what the last stop cut off, then it tidies every hour. */
export function startSchedule(): void {
  runLater('recoverImports', () => recoverImports(checkImport))
  const tidy = () => {
    runLater('tidyDay', tidyDay)
    runLater('purgeImports', async () => void (await purgeImports(now())))
    runLater('sweepFiles', async () => void (await sweepFiles(now())))
  }
  tidy()
  setInterval(tidy, hour).unref()
  rollUp()
}

/** Not in line with the other jobs: an import may take minutes. */
function rollUp(): void {
  keepRollup(pause).then(
    () => setTimeout(rollUp, pause).unref(),
    (error: unknown) => {
      logFailure('keepRollup', error)
      setTimeout(rollUp, longPause).unref()
    },
  )
}
