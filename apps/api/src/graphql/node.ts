import { PothosValidationError } from '@pothos/core'
import type { GraphQLSchema } from 'graphql'
import { may, type Act } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Context } from './context.ts'
import { isUuid } from './ids.ts'
import { Refusal } from '../acts/refusal.ts'

/** What says who reads the rows of a type: a record (records/record.ts), or a part of one with its own `visible`. */
interface Readable<Where> {
  readonly act: Act
  readonly visible: (viewer: Viewer) => Where
}

// Prisma takes an empty OR for no condition in a findUnique: what no one may load has a key that no one has.
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * How a node type is loaded by its id, whether by `node`, by `nodes` or by Pothos itself: spread into `prismaNode`. For
 * those whose role may not read it there is no such thing, nor for anyone what they do not see.
 */
export function nodeById<Where>({ act, visible }: Readable<Where>) {
  return {
    select: { id: true },
    nullable: true,
    extensions: { act },
    id: { field: 'id' },
    findUnique: (id: string, { viewer }: Context) =>
      viewer && may(viewer, act) && isUuid(id) ? { id, AND: visible(viewer) } : { id: nobody },
  } as const
}

/** The same for a place, whose key is its division code. */
export function nodeByCode<Where>({ act, visible }: Readable<Where>) {
  return {
    select: { code: true },
    nullable: true,
    extensions: { act },
    id: { field: 'code' },
    findUnique: (code: string, { viewer }: Context) =>
      viewer && may(viewer, act) ? { code, AND: visible(viewer) } : { code: '' },
  } as const
}

/** The most ids that `nodes` takes. */
export const mostNodes = 100

/** Refuses more ids than that, and ids of types that the schema does not know. */
export function refuseIds(ids: readonly { readonly typename: string }[], schema: GraphQLSchema): void {
  if (ids.length > mostNodes) throw new Refusal('TOO_MANY', `一次最多取 ${mostNodes} 条。`, ['ids'])
  if (ids.some(({ typename }) => !schema.getType(typename))) throw new PothosValidationError('No type of such a name.')
}
