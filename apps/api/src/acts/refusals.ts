import { may, type Act } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import { Refusal } from './refusal.ts'

/**
 * Who is refused which act on a thing, and when; by the name of the mutation. The act throws what its function says,
 * and the field `refusals` of the thing serves it for the greyed button.
 */
export type Refusals<Thing> = Readonly<Record<string, (viewer: Viewer, thing: Thing) => Refusal | null>>

/** An act that a viewer may not do now, and why not. */
export interface ActRefusal {
  readonly act: string
  readonly message: string
}

/** The acts of the table that this viewer may not do with this thing now. */
export function refusedActs<Thing>(viewer: Viewer, refusals: Refusals<Thing>, thing: Thing): ActRefusal[] {
  return Object.entries(refusals).flatMap(([act, refuse]) => {
    const refusal = refuse(viewer, thing) ?? refuseRole(viewer, act)
    return refusal ? [{ act, message: refusal.message }] : []
  })
}

const rolesOfActs = new Map<string, Act>()

/** Says by which line of the table of acts a mutation is allowed. */
export function declareAct(name: string, by: Act): void {
  rolesOfActs.set(name, by)
}

function refuseRole(viewer: Viewer, act: string): Refusal | null {
  const by = rolesOfActs.get(act)
  if (by === undefined) throw new Error(`No such act: ${act}.`)
  return may(viewer, by) ? null : new Refusal('FORBIDDEN', '您的角色不能办这件事。')
}
