import type { ImportKind } from '@sitai/db/client'
import { optionsIn } from '../dictionaries/inPlace.ts'
import { within } from '../access/place.ts'
import { today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import type { Lists } from '../sheets/template.ts'
import type { Tx } from '../acts/write.ts'
import { communityPlan } from './communityPlan.ts'
import { firmPlan } from './firmPlan.ts'
import type { Plan, Scene } from './plan.ts'
import { practitionerPlan } from './practitionerPlan.ts'

export const plans: Readonly<Record<ImportKind, Plan>> = {
  FIRMS: firmPlan,
  PRACTITIONERS: practitionerPlan,
  COMMUNITIES: communityPlan,
}

/** The bureau's own drop-downs: its streets and its topics. */
export async function listsOf(divisionCode: string, tx: Tx = db): Promise<Lists> {
  const streets = await tx.street.findMany({
    where: { code: within(divisionCode) },
    orderBy: { code: 'asc' },
    select: { code: true, name: true },
  })
  return {
    STREETS: streets.map(({ code, name }) => ({ code, label: name })),
    TOPICS: await optionsIn('TOPIC', divisionCode, tx),
  }
}

export async function sceneOf(tx: Tx, divisionCode: string, isVerified: boolean): Promise<Scene> {
  return { viewer: { divisionCode }, today: today(), lists: await listsOf(divisionCode, tx), isVerified }
}
