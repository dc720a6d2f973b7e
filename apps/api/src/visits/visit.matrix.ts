import { fromToday, globalId } from '../test/given.ts'
import { aKey, givenVisit, pairingIn, visitIn } from '../test/givenVisits.ts'
import type { MatrixRow } from '../test/matrix.ts'

const answer = '{ __typename ... on Refusal { code } }'
const times = { plannedOn: fromToday(3), startTime: '09:00', endTime: '11:00' }
const ref = (visit: { id: string; version: number }) => ({
  id: globalId('Visit', visit.id),
  expectedVersion: visit.version,
})
/** Only the adviser in person; the adviser's firm and the bureau get the Refusal of the act. */
const inPerson = { BUREAU_ADMIN: 'NOT_YOURS', FIRM_ADMIN: 'NOT_YOURS' } as const

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.visits',
    act: 'visit:read',
    document: 'query ($code: String!) { visits(filter: { communityCode: $code }) { edges { node { id } } } }',
    variables: async (world) => ({ code: (await visitIn(world)).communityCode }),
  },
  {
    field: 'Query.visit',
    act: 'visit:read',
    document: 'query ($id: ID!) { visit(id: $id) { id } }',
    variables: async (world) => ({ id: globalId('Visit', (await visitIn(world)).id) }),
  },
  {
    field: 'Query.visitPlan',
    act: 'visit:write',
    document: 'query ($wish: PlanMonthInput!) { visitPlan(wish: $wish) { __typename } }',
    variables: () =>
      Promise.resolve({ wish: { month: fromToday(31).slice(0, 7), startTime: '09:00', endTime: '11:00' } }),
    foreign: 'OWN',
  },
  {
    field: 'Query.checkInCode',
    act: 'visit:review',
    document: 'query ($code: String!) { checkInCode(communityCode: $code) }',
    variables: (world) => Promise.resolve({ code: world.community.code }),
  },
  {
    field: 'Mutation.planVisit',
    act: 'visit:write',
    document: `mutation ($input: PlanVisitInput!) { planVisit(input: $input) ${answer} }`,
    variables: async (world) => ({
      input: { ...times, idempotencyKey: aKey(), pairingId: globalId('Pairing', (await pairingIn(world)).id) },
    }),
  },
  {
    field: 'Mutation.planVisits',
    act: 'visit:write',
    document: `mutation ($input: PlanVisitsInput!) { planVisits(input: $input) ${answer} }`,
    variables: async (world) => {
      await pairingIn(world)
      return {
        input: {
          idempotencyKey: aKey(),
          wish: {
            month: fromToday(31).slice(0, 7),
            startTime: '09:00',
            endTime: '11:00',
            practitionerId: globalId('Practitioner', world.practitioner.id),
          },
        },
      }
    },
    foreign: 'OWN',
  },
  {
    field: 'Mutation.rescheduleVisit',
    act: 'visit:write',
    document: `mutation ($input: RescheduleVisitInput!) { rescheduleVisit(input: $input) ${answer} }`,
    variables: async (world) => ({
      input: { ...ref(await givenVisit(await pairingIn(world), { on: fromToday(4) })), ...times, reason: '社区有活动' },
    }),
  },
  {
    field: 'Mutation.cancelVisit',
    act: 'visit:write',
    document: `mutation ($input: WhichAndReasonInput!) { cancelVisit(input: $input) ${answer} }`,
    variables: async (world) => ({
      input: { ...ref(await givenVisit(await pairingIn(world), { on: fromToday(4) })), reason: '社区有活动' },
    }),
  },
  {
    field: 'Mutation.makeUpVisit',
    act: 'visit:write',
    document: `mutation ($input: MakeUpVisitInput!) { makeUpVisit(input: $input) ${answer} }`,
    variables: async (world) => {
      const missed = await givenVisit(await pairingIn(world), { on: fromToday(-40), status: 'MISSED' })
      return { input: { ...times, idempotencyKey: aKey(), missedId: globalId('Visit', missed.id) } }
    },
  },
  {
    field: 'Mutation.checkInVisit',
    act: 'visit:write',
    document: `mutation ($input: CheckInVisitInput!) { checkInVisit(input: $input) ${answer} }`,
    variables: async (world) => ({
      input: { id: globalId('Visit', (await givenVisit(await pairingIn(world), soon())).id) },
    }),
    except: inPerson,
  },
  {
    field: 'Mutation.checkOutVisit',
    act: 'visit:write',
    document: `mutation ($input: CheckOutVisitInput!) { checkOutVisit(input: $input) ${answer} }`,
    variables: async (world) => {
      const arrived = { status: 'CHECKED_IN' as const, checkedInAt: new Date(Date.now() - 600_000) }
      return {
        input: { id: globalId('Visit', (await givenVisit(await pairingIn(world), { ...soon(), ...arrived })).id) },
      }
    },
    except: inPerson,
  },
  {
    field: 'Mutation.completeVisit',
    act: 'visit:write',
    document: `mutation ($input: CompleteVisitInput!) { completeVisit(input: $input) ${answer} }`,
    variables: async (world) => ({ input: ref(await givenVisit(await pairingIn(world), { on: fromToday(-4) })) }),
  },
  ...(['confirmVisit', 'disputeVisit', 'voidVisit'] as const).map((name): MatrixRow => ({
    field: `Mutation.${name}`,
    act: 'visit:review',
    document: `mutation ($input: ${name === 'confirmVisit' ? 'WhichInput' : 'WhichAndReasonInput'}!) { ${name}(input: $input) ${answer} }`,
    variables: async (world) => {
      const visit = await givenVisit(await pairingIn(world), { on: fromToday(-4), status: 'COMPLETED' })
      return { input: { ...ref(visit), ...(name === 'confirmVisit' ? {} : { reason: '社区来电说明' }) } }
    },
  })),
]

/** A visit that begins now. */
function soon() {
  return { startsAt: new Date(), endsAt: new Date(Date.now() + 3_600_000) }
}
