import type { PrismaClient } from '@sitai/db/client'
import { isPlannable, type Plan, run } from './plan.ts'
import type { Connection } from './prepared.ts'
import { executeRaw, type Given, queryRaw } from './raw.ts'
import { tables } from './tables.ts'

const connections = new WeakMap<object, Connection>()

/** Where a planned client sends its statements. */
export function connectionOf(client: object): Connection {
  const connection = connections.get(client)
  if (!connection) throw new Error('This client is not a planned one.')
  return connection
}

/** How a client whose statements are planned does its work. */
export interface Means {
  readonly connection: Connection
  readonly plan: (model: string, method: string, args: unknown) => Plan | null
  /** Prisma's own answer, for what is not planned and for its errors. */
  readonly ask: (model: string, method: string, args: unknown) => Promise<unknown>
  /** Whether what PostgreSQL refuses is asked again: a read; a transaction is over by then. */
  readonly retriesInPrisma: boolean
}

/**
 * Prisma's client, of which whatever `plan` speaks is one prepared statement, whatever it selects, and statements written
 * by hand go straight to the connection. All else is `ask`ed.
 */
export function plannedClient(client: PrismaClient, means: Means): PrismaClient {
  const { connection } = means
  const own = new Map<PropertyKey, unknown>([
    ['$queryRaw', (...given: Given) => queryRaw(connection, ...given)],
    ['$executeRaw', (...given: Given) => executeRaw(connection, ...given)],
  ])
  const planned = new Proxy(client, {
    has: (target, name) => tables.has(modelOf(name)) || Reflect.has(target, name),
    get(target, name) {
      if (!own.has(name)) {
        const model = modelOf(name)
        own.set(
          name,
          tables.has(model) ? delegate(() => Reflect.get(target, name), model, means) : Reflect.get(target, name),
        )
      }
      return own.get(name)
    },
  })
  connections.set(planned, connection)
  return planned
}

/** `serviceLog` of the client is the model `ServiceLog`. */
function modelOf(name: PropertyKey): string {
  return typeof name === 'string' ? `${name[0]?.toUpperCase()}${name.slice(1)}` : ''
}

/** A model of the client. Prisma's own is looked at only for what the planner does not speak. */
function delegate(original: () => object, model: string, { connection, plan, ask, retriesInPrisma }: Means): object {
  return new Proxy(
    {},
    {
      get(_target, method) {
        const own: unknown = isPlannable(method) ? ask : Reflect.get(original(), method)
        if (typeof method !== 'string' || typeof own !== 'function') return own
        return async (args: unknown = {}) => {
          const planned = plan(model, method, args)
          if (!planned) return ask(model, method, args)
          const answer = await (retriesInPrisma
            ? run(connection, planned).catch(() => undefined)
            : run(connection, planned))
          return answer === undefined ? ask(model, method, args) : answer
        }
      },
    },
  )
}
