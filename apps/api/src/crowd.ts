import type { ApolloServerPlugin } from '@apollo/server'
import { config } from './config.ts'
import type { Context } from './context.ts'
import { turnstile } from './turnstile.ts'

/** The places in which operations run. */
export const atOnce = turnstile(config.DATABASE_POOL * 3)

/**
 * Runs so many operations at once and lets a crowd stand in line, so that ten thousand clicks in one second wait their
 * turn instead of failing for want of a connection.
 */
export const crowd: ApolloServerPlugin<Context> = {
  requestDidStart: () => {
    let leave = () => {}
    return Promise.resolve({
      didResolveOperation: async () => {
        leave = await atOnce.enter()
      },
      willSendResponse: () => Promise.resolve(leave()),
    })
  },
}
