import type { Role } from '@sitai/db/client'
import type { Act } from '../access/acts.ts'
import type { World } from './given.ts'

/** What a call must answer: an answer, NOT_FOUND (as a Refusal, null or an empty list), or a role's FORBIDDEN. */
export type Outcome = 'ANSWER' | 'NOT_FOUND' | 'FORBIDDEN'

/**
 * One row of the permission matrix: how a root field is called on a thing. The test calls it as every role, on a
 * thing of one's own scope and of a foreign one, and without a session; a root field without a row fails.
 */
export interface MatrixRow {
  /** 'Query.firm' or 'Mutation.updateFirm'. */
  readonly field: `${'Query' | 'Mutation'}.${string}`
  /** The act of its auth scope; null for the few that are open to nobody-signed-in. */
  readonly act: Act | null
  /** The operation; a mutation must select `__typename ... on Refusal { code }`. */
  readonly document: string
  /**
   * Its variables for a thing of this world. Called afresh for each cell (it may create the thing), with the
   * world the thing belongs to and the role that asks.
   */
  readonly variables: (world: World, role: Role) => Promise<Record<string, unknown>>
  /**
   * Roles that the act admits but that this thing of their own place is not for (a firm admin and another
   * firm's record): NOT_FOUND or the given Refusal code. Every other admitted role gets an ANSWER.
   */
  readonly except?: Partial<Record<Role, string>>
  /** What a foreign scope looks like: 'NOT_FOUND' (default), or 'OWN' where the field only speaks of the viewer's own. */
  readonly foreign?: 'NOT_FOUND' | 'OWN'
}
