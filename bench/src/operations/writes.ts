import { ADVISERS, relayId } from '../fixed.ts'
import { words } from '../byHand/writes.ts'
import type { Operation } from './operation.ts'

/** A minute of the last four weeks in which nothing of the dataset happens: each adviser's n-th is another. */
function freeMinute(n: number) {
  const minute = n % 400
  const day = new Date(Date.UTC(2026, 10, 19 - (Math.floor(n / 400) % 26))).toISOString().slice(0, 10)
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  return { day, begins: clock(minute), ends: clock(minute + 1) }
}

const instant = (day: string, time: string) => `${day}T${time}:00+08:00`
/** A key is used once in the life of a database, whichever run it is. */
const run = Date.now().toString(36)

const logVisit: Operation = {
  name: 'logVisit',
  title: 'log a visit',
  writes: true,
  ours: {
    document: `mutation logVisit($input: LogServiceInput!) {
      answer: logService(input: $input) { ... on ServiceLog { status occurredOn } ... on Refusal { message } }
    }`,
    variables: ({ key, pairing = '', day, startTime, endTime }) => ({
      input: {
        idempotencyKey: key,
        log: {
          pairingId: relayId('Pairing', pairing),
          typeCode: 'CONSULTATION',
          topicCode: 'LABOUR',
          occurredOn: day,
          persons: 3,
          content: words,
        },
        visit: { startTime, endTime },
        submit: true,
      },
    }),
  },
  postgraphile: {
    document: `mutation logVisit($visit: CreateVisitInput!, $log: CreateServiceLogInput!) {
      visit: createVisit(input: $visit) { clientMutationId }
      answer: createServiceLog(input: $log) { serviceLog { status occurredOn } }
    }`,
    variables: ({ visit, log, pairing, community, person, firm, day, begins, ends }) => {
      const common = { pairingId: pairing, communityCode: community, practitionerId: person, firmId: firm }
      const times = { startsAt: begins, endsAt: ends, plannedOn: day, checkedInAt: begins, checkedOutAt: ends }
      const kept = { status: 'COMPLETED', checkInMethod: 'MANUAL', minutes: 1, doubts: ['驻点为事后手工补记'] }
      const what = { typeCode: 'CONSULTATION', topicCode: 'LABOUR', persons: 3, content: words, status: 'SUBMITTED' }
      return {
        visit: { visit: { rowId: visit, ...common, ...times, ...kept } },
        log: { serviceLog: { rowId: log, visitId: visit, ...common, ...what, occurredOn: day, submittedAt: begins } },
      }
    },
  },
  call: ({ advisers }, n) => {
    const number = n % ADVISERS
    const { id = '', pairing = '', community = '', firm = '' } = advisers[number] ?? {}
    const { day, begins, ends } = freeMinute(Math.floor(n / ADVISERS))
    return {
      who: `adviser${number}`,
      given: {
        key: `bench-${run}-${n}-${Math.random()}`,
        pairing,
        community,
        firm,
        person: id,
        day,
        startTime: begins,
        endTime: ends,
        begins: instant(day, begins),
        ends: instant(day, ends),
        visit: crypto.randomUUID(),
        log: crypto.randomUUID(),
      },
    }
  },
}

const createPairing: Operation = {
  name: 'createPairing',
  title: 'create a pairing',
  writes: true,
  ours: {
    document: `mutation createPairing($input: ProposePairingInput!) {
      answer: proposePairing(input: $input) { ... on Pairing { status termFrom } ... on Refusal { message } }
    }`,
    variables: ({ community, person = '', from, to }) => ({
      input: {
        communityCode: community,
        practitionerId: relayId('Practitioner', person),
        seat: 'ASSISTANT',
        termFrom: from,
        termTo: to,
        visitsPerMonth: 1,
      },
    }),
  },
  postgraphile: {
    document: `mutation createPairing($input: CreatePairingInput!) {
      answer: createPairing(input: $input) { pairing { status termFrom } }
    }`,
    variables: ({ id, community, person, firm, from, to }) => ({
      input: {
        pairing: {
          rowId: id,
          communityCode: community,
          practitionerId: person,
          firmIdAtStart: firm,
          seat: 'ASSISTANT',
          status: 'PROPOSED',
          termFrom: from,
          termTo: to,
          endsOn: to,
          visitsPerMonth: 1,
        },
      },
    }),
  },
  call: ({ free, communities }, n) => {
    const { id: person = '', firm = '' } = free[n % free.length] ?? {}
    const round = Math.floor(n / free.length)
    const community = communities[(n + round * 7) % communities.length] ?? ''
    const year = 2027 + Math.floor(round / 3)
    const term = { from: `${year}-01-01`, to: `${year + 1}-01-01` }
    return { who: 'admin', given: { id: crypto.randomUUID(), person, firm, community, ...term } }
  },
}

export const writes: readonly Operation[] = [logVisit, createPairing]
