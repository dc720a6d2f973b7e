import { createServer } from 'node:http'
import { app, stopApp } from './http/app.ts'
import { startSchedule } from './jobs/schedule.ts'
import { config } from './config.ts'
import { withEngine } from './engine/answers.ts'
import { log } from './log.ts'

const server = createServer(withEngine(await app()))
server.listen(config.PORT, config.HOST, () => log.info({ port: config.PORT }, 'listening'))
// A little later, so that they do not hold up the first answers.
setTimeout(startSchedule, 2000).unref()

/** Lets requests under way finish, then closes what the app holds open. */
function stop() {
  server.close(() => void stopApp().then(() => process.exit(0)))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 3000).unref()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
process.once('disconnect', stop)
