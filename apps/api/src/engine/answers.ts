import type { RequestListener } from 'node:http'
import type { ApolloServerPlugin } from '@apollo/server'
import { config } from '../config.ts'
import type { Context } from '../graphql/context.ts'
import { compiledQueries } from './execution/execution.ts'
import { quickAnswers } from './execution/quick.ts'

/** What Apollo is given: queries answered by their compiled form. Nothing where the engine is switched off. */
export const enginePlugins: readonly ApolloServerPlugin<Context>[] = config.SITAI_ENGINE ? [compiledQueries] : []

/** The trusted operations of people who are signed in, answered in front of Express; `web` says everything else. */
export function withEngine(web: RequestListener): RequestListener {
  return config.SITAI_ENGINE ? quickAnswers(web) : web
}
