import type { ApolloServerPlugin } from '@apollo/server'
import { config } from '../config.ts'
import { semaphore } from '../data/semaphore.ts'
import type { Context } from './context.ts'

/** How many operations run at a time. */
export const operationSlots = semaphore(config.DATABASE_POOL * 3)

/**
 * Runs so many operations at once and lets the others wait in line, so that ten thousand clicks in one second wait their
 * turn instead of failing for want of a connection.
 */
export const limitOperations: ApolloServerPlugin<Context> = {
  requestDidStart: () => {
    let release = () => {}
    return Promise.resolve({
      didResolveOperation: async () => {
        release = await operationSlots.acquire()
      },
      willSendResponse: () => Promise.resolve(release()),
    })
  },
}
