import { randomUUID } from 'node:crypto'
import { ask, askWell } from '../../test/ask.ts'
import { fromToday, globalId } from '../../test/given.ts'
import type { Viewer } from '../../access/viewer.ts'

/** What the tests of pairings say often. */

const refusal = '__typename ... on Refusal { code message path }'
const fields = `${refusal} ... on Pairing { id status version termFrom termTo endsOn predecessor { id } }`

const sharedInputs: Readonly<Record<string, string>> = {
  confirmPairing: 'WhichInput',
  activatePairing: 'WhichInput',
  resumePairing: 'WhichInput',
  rejectPairing: 'WhichAndReasonInput',
}

/** Runs an act on one pairing and answers what it answered, Refusal or Pairing. */
export async function act(viewer: Viewer | null, name: string, input: Record<string, unknown>) {
  const type = sharedInputs[name] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const { data, codes } = await ask(
    viewer,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${name === 'undoPairings' ? refusal : fields} } }`,
    { input },
  )
  if (codes.length > 0) throw new Error(`${name}: ${codes.join()}`)
  return data[name]
}

/** The input of a new lead from today for 400 days. */
export function seatOf(community: { code: string }, practitioner: { id: string }, more: Record<string, unknown> = {}) {
  return {
    communityCode: community.code,
    practitionerId: globalId('Practitioner', practitioner.id),
    termFrom: fromToday(0),
    termTo: fromToday(400),
    visitsPerMonth: 1,
    ...more,
  }
}

/** Pairs at the desk. */
export const pair = (
  viewer: Viewer,
  community: { code: string },
  practitioner: { id: string },
  more: Record<string, unknown> = {},
) => act(viewer, 'pairCommunity', { idempotencyKey: randomUUID(), ...seatOf(community, practitioner, more) })

/** Proposes; a lead unless said otherwise. */
export const propose = (
  viewer: Viewer,
  community: { code: string },
  practitioner: { id: string },
  more: Record<string, unknown> = {},
) => act(viewer, 'proposePairing', { seat: 'LEAD', ...seatOf(community, practitioner, more) })

/** A pairing as the API shows it. */
export async function shown(viewer: Viewer, id: string, selection: string) {
  return (await askWell(viewer, `query ($id: ID!) { pairing(id: $id) { ${selection} } }`, { id: asGlobal(id) })).pairing
}

/** A row's id, or an opaque one as it is. */
export const asGlobal = (id: string) => (id.includes('-') ? globalId('Pairing', id) : id)
/** The row's id behind an opaque one. */
export const bareId = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
