import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { addDays } from '@sitai/rules/calendar'
import fc from 'fast-check'
import { config } from '../config.ts'
import { today } from '../time/clock.ts'
import { db, given, globalId } from '../test/given.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { tidyPairings } from './daily.ts'
import { act } from './test/pairings.testing.ts'

/** One thing a clerk, or a passing day, does in a history. */
const step = fc.record({
  what: fc.constantFrom(
    'pairCommunity',
    'proposePairing',
    'confirmPairing',
    'rejectPairing',
    'pausePairing',
    'resumePairing',
    'terminatePairing',
    'replacePairing',
    'renewPairing',
    'undoPairings',
    'days',
    'days',
  ),
  community: fc.nat(2),
  person: fc.nat(2),
  pairing: fc.nat(20),
  from: fc.integer({ min: -20, max: 200 }),
  length: fc.integer({ min: 30, max: 400 }),
  seat: fc.constantFrom('LEAD', 'LEAD', 'ASSISTANT'),
})

interface Place {
  readonly admin: Viewer
  readonly communities: readonly { code: string }[]
  readonly people: readonly { id: string }[]
}

async function take({ admin, communities, people }: Place, it: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  const community = communities[it.community]
  const person = people[it.person]
  if (!community || !person) return
  if (it.what === 'days') {
    config.SITAI_NOW = `${addDays(today(), 1 + (it.length % 90))}T02:00:00Z`
    await write({ system: '测试', requestId: 'test' }, 'tidy', tidyPairings)
    return
  }
  const from = addDays(today(), it.from)
  const fields = {
    communityCode: community.code,
    practitionerId: globalId('Practitioner', person.id),
    termFrom: from,
    termTo: addDays(from, it.length),
    visitsPerMonth: 1,
  }
  if (it.what === 'pairCommunity') return act(admin, it.what, { idempotencyKey: randomUUID(), ...fields })
  if (it.what === 'proposePairing') return act(admin, it.what, { ...fields, seat: it.seat })
  const all = await db.pairing.findMany({
    where: { communityCode: { in: communities.map(({ code }) => code) } },
    orderBy: { id: 'asc' },
  })
  const pairing = all[it.pairing % Math.max(1, all.length)]
  if (!pairing) return
  const id = globalId('Pairing', pairing.id)
  const which = { id, expectedVersion: pairing.version }
  const ending = { ground: 'OWN_REQUEST', effectiveOn: from }
  switch (it.what) {
    case 'undoPairings':
      return act(admin, 'undoPairings', { id })
    case 'rejectPairing':
      return act(admin, it.what, { ...which, reason: '测试' })
    case 'pausePairing':
      return act(admin, it.what, { ...which, from: today(), reason: '测试' })
    case 'terminatePairing':
      return act(admin, it.what, { ...which, ...ending })
    case 'replacePairing':
      return act(admin, it.what, { ...which, ...ending, practitionerId: globalId('Practitioner', person.id) })
    case 'renewPairing':
      return act(admin, it.what, { ...which, approval: '同意' })
    case 'confirmPairing':
    case 'resumePairing':
      return act(admin, it.what, which)
  }
}

/** What must never be, whatever was done: each count must be 0. */
async function broken(codes: string[]) {
  const [found] = await db.$queryRaw<{ leads: number; seats: number; capacity: number; gaps: number; late: number }[]>`
    WITH p AS (SELECT q.*, daterange(q.term_from, q.ends_on) AS term FROM pairing q
                WHERE q.community_code = ANY(${codes}) AND q.status <> 'REJECTED'),
    live AS (SELECT * FROM p WHERE status IN ('PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED'))
    SELECT (SELECT count(*)::int FROM p a JOIN p b ON a.id < b.id AND a.community_code = b.community_code
             AND a.seat = 'LEAD' AND b.seat = 'LEAD' AND a.term && b.term) AS leads,
           (SELECT count(*)::int FROM p a JOIN p b ON a.id < b.id AND a.community_code = b.community_code
             AND a.practitioner_id = b.practitioner_id AND a.term && b.term) AS seats,
           (SELECT count(*)::int FROM live a JOIN practitioner x ON x.id = a.practitioner_id
             WHERE (SELECT count(*) FROM live b WHERE b.practitioner_id = a.practitioner_id AND b.term @> a.term_from) > x.capacity) AS capacity,
           (SELECT count(*)::int FROM p s JOIN pairing o ON o.id = s.predecessor_id
             WHERE s.term_from <> o.ends_on OR s.practitioner_id <> o.practitioner_id) AS gaps,
           (SELECT count(*)::int FROM p WHERE status = 'TERMINATED' AND end_ground IS NULL) AS late`
  return found
}

test('不论怎么办理：从无两名首席、从不超员、聘期从不重叠、续聘总是接续，也从不出系统错误', async () => {
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
        config.SITAI_NOW = undefined
        const { admin, bureau, firm } = await given.world()
        const place: Place = {
          admin,
          communities: await Promise.all([0, 1, 2].map(() => given.community(bureau))),
          people: await Promise.all([1, 2, 2].map((capacity) => given.practitioner(firm, { capacity }))),
        }
        for (const it of steps) {
          await take(place, it)
          expect(await broken(place.communities.map(({ code }) => code))).toEqual({
            leads: 0,
            seats: 0,
            capacity: 0,
            gaps: 0,
            late: 0,
          })
        }
      }),
      { numRuns: Number(process.env['SITAI_RUNS'] ?? 12) },
    )
  } finally {
    config.SITAI_NOW = undefined
  }
}, 120_000)
