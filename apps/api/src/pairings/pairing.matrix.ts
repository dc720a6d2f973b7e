import { randomUUID } from 'node:crypto'
import { day, fromToday, given, globalId, type World } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'

const refusal = '__typename ... on Refusal { code message }'
const term = { termFrom: fromToday(0), termTo: fromToday(400) }

/** A pairing in the given state, of a community of its own. */
async function pairing(world: World, values: Parameters<typeof given.pairing>[2] = {}) {
  const community = await given.community(world)
  const { id } = await given.pairing(community, world.practitioner, values)
  return globalId('Pairing', id)
}

const proposed = (world: World) => pairing(world, { status: 'PROPOSED' })

const actRow = (
  act: string,
  type: string,
  id: (world: World) => Promise<string>,
  more: Record<string, unknown> = {},
): MatrixRow => ({
  field: `Mutation.${act}`,
  act: 'pairing:write',
  document: `mutation ($input: ${type}!) { ${act}(input: $input) { ${refusal} } }`,
  variables: async (world) => ({ input: { id: await id(world), expectedVersion: 1, ...more } }),
})

const active = (world: World) => pairing(world)
const begun = (world: World) => pairing(world, { status: 'CONFIRMED' })

/** A pairing that already rests. */
const paused = (world: World) => pairing(world, { status: 'PAUSED' })

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.pairings',
    act: 'pairing:read',
    document: 'query ($filter: PairingFilter) { pairings(filter: $filter) { totalCount edges { node { id } } } }',
    variables: async (world) => {
      const community = await given.community(world)
      await given.pairing(community, world.practitioner, {
        termFrom: day(fromToday(-20)),
        termTo: day(fromToday(-10)),
        endsOn: day(fromToday(-10)),
        status: 'ENDED',
      })
      return { filter: { placeCode: community.code } }
    },
  },
  {
    field: 'Query.pairing',
    act: 'pairing:read',
    document: 'query ($id: ID!) { pairing(id: $id) { statusLabel } }',
    variables: async (world) => ({
      id: await pairing(world, {
        termFrom: day(fromToday(-20)),
        termTo: day(fromToday(-10)),
        endsOn: day(fromToday(-10)),
        status: 'ENDED',
      }),
    }),
  },
  {
    field: 'Query.pairingDesk',
    act: 'pairing:write',
    document: 'query ($filter: PairingDeskFilter) { pairingDesk(filter: $filter) { totalCount nodes { standing } } }',
    variables: (world) => Promise.resolve({ filter: { placeCode: world.community.code } }),
  },
  {
    field: 'Query.pairingDefaults',
    act: 'pairing:read',
    document: '{ pairingDefaults { termYears } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.previewPairings',
    act: 'pairing:write',
    document: `query ($input: PreviewPairingsInput!) { previewPairings(input: $input) { ${refusal} ... on PairingPreview { nodes: lines { chosen } } } }`,
    variables: (world) => Promise.resolve({ input: { communityCodes: [world.community.code], ...term } }),
  },
  {
    field: 'Mutation.proposePairing',
    act: 'pairing:write',
    document: `mutation ($input: ProposePairingInput!) { proposePairing(input: $input) { ${refusal} } }`,
    variables: (world) =>
      Promise.resolve({
        input: {
          communityCode: world.community.code,
          practitionerId: globalId('Practitioner', world.practitioner.id),
          seat: 'LEAD',
          visitsPerMonth: 1,
          ...term,
        },
      }),
  },
  actRow('confirmPairing', 'WhichInput', proposed),
  actRow('activatePairing', 'WhichInput', begun),
  actRow('rejectPairing', 'WhichAndReasonInput', proposed, { reason: '人选另定' }),
  actRow('pausePairing', 'PausePairingInput', active, { from: fromToday(0), reason: '外出学习' }),
  actRow('resumePairing', 'WhichInput', paused),
  actRow('terminatePairing', 'TerminatePairingInput', active, { ground: 'OWN_REQUEST', effectiveOn: fromToday(0) }),
  {
    field: 'Mutation.replacePairing',
    act: 'pairing:write',
    document: `mutation ($input: ReplacePairingInput!) { replacePairing(input: $input) { ${refusal} } }`,
    variables: async (world) => {
      const other = await given.practitioner(world.firm)
      return {
        input: {
          id: await active(world),
          expectedVersion: 1,
          ground: 'OWN_REQUEST',
          effectiveOn: fromToday(0),
          practitionerId: globalId('Practitioner', other.id),
        },
      }
    },
  },
  actRow('renewPairing', 'RenewPairingInput', active),
  actRow('gradePairing', 'GradePairingInput', active, { grade: 'QUALIFIED' }),
  {
    field: 'Mutation.pairCommunity',
    act: 'pairing:write',
    document: `mutation ($input: PairCommunityInput!) { pairCommunity(input: $input) { ${refusal} } }`,
    variables: (world) =>
      Promise.resolve({
        input: {
          idempotencyKey: randomUUID(),
          communityCode: world.community.code,
          visitsPerMonth: 1,
          ...term,
          practitionerId: globalId('Practitioner', world.practitioner.id),
        },
      }),
  },
  {
    field: 'Mutation.pairCommunities',
    act: 'pairing:write',
    document: `mutation ($input: PairCommunitiesInput!) { pairCommunities(input: $input) { ${refusal} } }`,
    variables: async (world) => {
      const other = await given.community(world)
      const practitionerId = globalId('Practitioner', world.practitioner.id)
      const lines = [world.community, other].map(({ code }) => ({ communityCode: code, practitionerId }))
      return { input: { idempotencyKey: randomUUID(), visitsPerMonth: 1, ...term, lines } }
    },
  },
  {
    field: 'Mutation.undoPairings',
    act: 'pairing:write',
    document: `mutation ($input: UndoPairingsInput!) { undoPairings(input: $input) { ${refusal} } }`,
    variables: async (world) => ({ input: { id: await pairing(world, { batchId: randomUUID() }) } }),
  },
]
