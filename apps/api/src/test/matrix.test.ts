import { describe, expect, test } from '@jest/globals'
import { rolesFor } from '../access/acts.ts'
import { schema } from '../schema.ts'
import type { Viewer } from '../access/viewer.ts'
import { ask, type Answer } from './ask.ts'
import { given, type World } from './given.ts'
import { matrixRows, rowsOfThisRun } from './matrixRows.ts'

const roles = ['SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER'] as const

const rows = await matrixRows()
const asked = await rowsOfThisRun()

/** Loaded by opaque id with the visibility of its type: tested where the types are. */
const nodeFields = ['Query.node', 'Query.nodes']

const rootFields = [schema.getQueryType(), schema.getMutationType()]
  .flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`))
  .filter((field) => !nodeFields.includes(field))

/** The viewer of a role in a world. */
function viewerIn(world: World, role: (typeof roles)[number]): Viewer {
  return {
    SYS_ADMIN: world.sysAdmin,
    BUREAU_ADMIN: world.admin,
    LEADER: world.leader,
    FIRM_ADMIN: world.firmAdmin,
    LAWYER: world.lawyer,
  }[role]
}

/** What an answer amounts to: a top-level code, a Refusal's code, NOT_FOUND for null and empty lists, else ANSWER. */
function outcomeOf({ data, codes }: Answer): string {
  if (codes[0] !== undefined) return codes[0]
  const value: unknown = Object.values(data)[0]
  if (value === null) return 'NOT_FOUND'
  if (Array.isArray(value)) return value.length === 0 ? 'NOT_FOUND' : 'ANSWER'
  if (typeof value !== 'object') return 'ANSWER'
  if ('__typename' in value && value.__typename === 'Refusal' && 'code' in value) return String(value.code)
  for (const list of ['nodes', 'edges']) {
    const items: unknown = Reflect.get(value, list)
    if (Array.isArray(items) && items.length === 0) return 'NOT_FOUND'
  }
  return 'ANSWER'
}

describe('权限矩阵 The permission matrix', () => {
  test('every root field has exactly one row', () => {
    expect(rows.map(({ field }) => field).toSorted()).toEqual(rootFields.toSorted())
  })

  describe.each(asked.map((row) => [row.field, row] as const))('%s', (_field, row) => {
    const allowed: readonly string[] = row.act === null ? roles : rolesFor(row.act)

    // Queries change nothing, so their cells share two worlds; a mutation gets fresh ones for each cell.
    let shared: Promise<readonly [World, World]> | undefined
    const worlds = () => {
      const pair = async () => [await given.world(), await given.world()] as const
      return row.field.startsWith('Query.') ? (shared ??= pair()) : pair()
    }

    test('refuses whoever is not signed in', async () => {
      const [world] = await worlds()
      const outcome = outcomeOf(await ask(null, row.document, await row.variables(world, 'BUREAU_ADMIN')))
      if (row.act === null) expect(outcome).not.toBe('UNAUTHENTICATED')
      else expect(outcome).toBe('UNAUTHENTICATED')
    })

    test.each(roles)('answers a %s on things of their own place as their role allows', async (role) => {
      const [world] = await worlds()
      const outcome = outcomeOf(await ask(viewerIn(world, role), row.document, await row.variables(world, role)))
      const expected = allowed.includes(role) ? (row.except?.[role] ?? 'ANSWER') : 'FORBIDDEN'
      expect(outcome).toBe(expected)
    })

    test.each(roles)('shows a %s nothing of a foreign place', async (role) => {
      const [own, foreign] = await worlds()
      const outcome = outcomeOf(await ask(viewerIn(own, role), row.document, await row.variables(foreign, role)))
      if (!allowed.includes(role)) expect(outcome).toBe('FORBIDDEN')
      else if (row.foreign === 'OWN') expect(outcome).not.toBe('FORBIDDEN')
      else expect(outcome).toBe('NOT_FOUND')
    })
  })
})
