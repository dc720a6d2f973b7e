import { createServer } from 'node:http'
import { config } from './config.ts'
import { withEngine } from './engine/answers.ts'
import { app, stopApp } from './http/app.ts'
import { stopGracefully } from './http/stop.ts'
import { startSchedule } from './jobs/schedule.ts'
import { log } from './log.ts'

const server = createServer(withEngine(await app()))
server.listen(config.PORT, config.HOST, () => log.info({ port: config.PORT }, 'listening'))
// A little later, so that they do not hold up the first answers.
setTimeout(startSchedule, 2000).unref()

stopGracefully(server, stopApp)
