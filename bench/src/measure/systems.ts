import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { APP_ROLE, urlAs } from '@sitai/db/url'

import { session } from '../byHand/session.ts'
import { NOW, rivals, root } from '../fixed.ts'
import { apiArgs } from '../../../tools/server.ts'
import type { Operation } from '../operations/operation.ts'
import { reads } from '../operations/reads.ts'
import { writes } from '../operations/writes.ts'
import { type Asks, headersOf, startSystem, type System } from './system.ts'

const operations = [...reads, ...writes]

/** Where a system runs: which Node, which database (its owner's address). */
export interface Where {
  readonly node: string
  readonly ownerUrl: string
  readonly dataDir: string
}

const idOf = (document: string) => createHash('sha256').update(document).digest('hex')

const askOurs: Asks = (operation, world, n) => {
  const { who, given } = operation.call(world, n)
  const body = { documentId: `sha256:${idOf(operation.ours.document)}`, variables: operation.ours.variables(given) }
  return { path: '/graphql', headers: headersOf(who), body: JSON.stringify(body) }
}

/**
 * Our API as production runs it. Its trusted documents are those of the bench, given by configuration. One that `forgets`
 * works out every answer anew, as if something had been written before each question.
 */
export async function startOurs(
  { node, ownerUrl, dataDir }: Where,
  memory: 'remembers' | 'forgets' = 'remembers',
  env: NodeJS.ProcessEnv = {},
): Promise<System> {
  mkdirSync(dataDir, { recursive: true })
  const documents = join(dataDir, 'documents.json')
  const texts = operations.map(({ ours }) => [idOf(ours.document), ours.document])
  writeFileSync(documents, JSON.stringify(Object.fromEntries(texts)))
  return startSystem({
    name: memory === 'forgets' ? 'ours, each answer new' : 'ours',
    node,
    args: apiArgs,
    env: {
      LOG_LEVEL: 'warn',
      SITAI_DOCUMENTS: documents,
      SITAI_REMEMBER: memory === 'forgets' ? 'no' : 'yes',
      ...env,
      DATABASE_URL: urlAs(APP_ROLE, ownerUrl),
      SITAI_DATA_DIR: dataDir,
      SITAI_NOW: NOW,
    },
    asks: askOurs,
  })
}

const askByHand: Asks = (operation, world, n) => {
  const { who, given } = operation.call(world, n)
  return { path: `/${operation.name}`, headers: headersOf(who), body: JSON.stringify(given) }
}

/** The hand-written SQL. */
export async function startByHand({ node, ownerUrl }: Where): Promise<System> {
  return startSystem({
    name: 'SQL',
    node,
    args: ['--import', 'tsx', join(root, 'bench/src/byHand/server.ts')],
    env: { DATABASE_URL: urlAs(APP_ROLE, ownerUrl) },
    asks: askByHand,
  })
}

const askPostgraphile: Asks = (operation, world, n) => {
  const { who, given } = operation.call(world, n)
  const { document, variables } = operation.postgraphile
  const headers = { ...headersOf(who), ...(operation.writes ? { 'x-bench-writes': 'yes' } : {}) }
  return { path: '/graphql', headers, body: JSON.stringify({ query: document, variables: variables(given, world) }) }
}

/**
 * PostGraphile, its viewers kept to their place by row level security as its documentation advises; or `open`: every row
 * for everybody, only the query's own condition, which is the least work it can be given.
 */
export async function startPostgraphile({ node, ownerUrl }: Where, security: 'rls' | 'open'): Promise<System> {
  return startSystem({
    name: security === 'rls' ? 'PostGraphile' : 'PostGraphile, open',
    node,
    args: [join(rivals, 'postgraphile.mjs')],
    env: { DATABASE_URL: urlAs(APP_ROLE, ownerUrl), SESSION_STATEMENT: session, SECURITY: security },
    asks: askPostgraphile,
  })
}

export function operationsOf(kind: 'reads' | 'writes', only: readonly string[]): readonly Operation[] {
  const all = kind === 'reads' ? reads : writes
  return only.length === 0 ? all : all.filter(({ name }) => only.includes(name))
}
