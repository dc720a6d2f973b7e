import { judgeCandidate, type PairingFact } from '@sitai/rules/candidate'
import type { DateRange } from '@sitai/rules/calendar'
import { settingsOf } from '../settings/settings.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { type Candidate, judged, requestOf } from './candidates.ts'
import { type CommunityFacts, communityFacts, type PersonFacts, personFacts } from './candidateFacts.ts'

/** What a bulk pairing would be: each community with its best candidate, or why there is none. */
export interface PreviewLine {
  readonly communityCode: string
  /** The proposed or chosen person as judged; null when nobody is eligible. */
  readonly candidate: Candidate | null
  /** Whether a clerk chose the person. */
  readonly chosen: boolean
  readonly eligibleCount: number
  /** Why this line cannot be committed, in Chinese; empty when it can. */
  readonly conflicts: readonly string[]
}

export interface PreviewRequest {
  readonly communityCodes: readonly string[]
  readonly term: DateRange
  /** Lines that the clerk changed by hand. */
  readonly choices: readonly { readonly communityCode: string; readonly practitionerId: string }[]
}

/**
 * Proposes a lead for each community. The clerk's choices count first; then the communities with the fewest eligible
 * people choose, each its best, as if the lines before stood already, so that nobody is proposed beyond capacity.
 */
export async function previewPairings(
  viewer: Viewer,
  { communityCodes, term, choices }: PreviewRequest,
): Promise<PreviewLine[]> {
  if (communityCodes.length > 100) throw new Refusal('INVALID', '一次最多办理100个社区。', ['communityCodes'])
  if (term.to <= term.from) throw new Refusal('INVALID', '聘期的截止日不能早于起始日。', ['termTo'])
  const [settings, communities, people] = await Promise.all([
    settingsOf(viewer.divisionCode),
    communityFacts(viewer, communityCodes),
    personFacts(viewer, null),
  ])
  const request = requestOf(viewer, settings, { seat: 'LEAD', term })
  const added = new Map<string, PairingFact[]>()
  const withAdded = (person: PersonFacts): PersonFacts => ({
    ...person,
    pairings: [...person.pairings, ...(added.get(person.id) ?? [])],
  })
  const take = (code: string, practitionerId: string) => {
    const fact = {
      practitionerId,
      communityCode: code,
      seat: 'LEAD',
      status: 'CONFIRMED',
      term,
      grade: null,
      endGround: null,
    } as const
    added.set(practitionerId, [...(added.get(practitionerId) ?? []), fact])
  }

  const lines = new Map<string, PreviewLine>()
  for (const { communityCode, practitionerId } of choices) {
    const community = communities.find(({ code }) => code === communityCode)
    const person = people.find(({ id }) => id === practitionerId)
    if (!community || !person) continue
    const candidate = judged(community, withAdded(person), request)
    lines.set(communityCode, {
      ...emptyLine(communityCode),
      candidate,
      chosen: true,
      conflicts: conflictsOf(candidate),
    })
    if (candidate.candidacy.eligible) take(communityCode, practitionerId)
  }

  const open = communities
    .filter(({ code }) => !lines.has(code))
    .map((community) => ({
      community,
      scored: scoredOf(community, people, request),
    }))
  for (const { community, scored } of open.sort((a, b) => a.scored.length - b.scored.length)) {
    const line = { ...emptyLine(community.code), eligibleCount: scored.length }
    const best = bestOf(community, scored, withAdded, request)
    if (best) take(community.code, best.id)
    lines.set(community.code, {
      ...line,
      candidate: best,
      conflicts: best ? [] : [whyNobody(community, people, request, scored.length)],
    })
  }
  return communityCodes.flatMap((code) => lines.get(code) ?? [])
}

const emptyLine = (communityCode: string): PreviewLine => ({
  communityCode,
  candidate: null,
  chosen: false,
  eligibleCount: 0,
  conflicts: [],
})

interface Scored {
  readonly person: PersonFacts
  readonly score: number
}

function scoredOf(
  community: CommunityFacts,
  people: readonly PersonFacts[],
  request: ReturnType<typeof requestOf>,
): Scored[] {
  const scored: Scored[] = []
  for (const person of people) {
    const candidacy = judgeCandidate(community, person, request)
    if (candidacy.eligible) scored.push({ person, score: candidacy.score })
  }
  return scored.sort((a, b) => b.score - a.score || (a.person.id < b.person.id ? -1 : 1))
}

/** The best as judged with what was given out before; a score only falls by that, so whoever cannot win is not asked. */
function bestOf(
  community: CommunityFacts,
  scored: readonly Scored[],
  withAdded: (person: PersonFacts) => PersonFacts,
  request: ReturnType<typeof requestOf>,
): Candidate | null {
  let best: { candidate: Candidate; score: number } | null = null
  for (const { person, score } of scored) {
    if (best && score <= best.score) break
    const candidate = judged(community, withAdded(person), request)
    if (candidate.candidacy.eligible && candidate.candidacy.score > (best?.score ?? -1)) {
      best = { candidate, score: candidate.candidacy.score }
    }
  }
  return best?.candidate ?? null
}

function conflictsOf({ candidacy }: Candidate): string[] {
  return candidacy.eligible ? [] : candidacy.exclusions.map(({ reason }) => reason)
}

/** Why nobody is left: what stands against everyone (the seat is taken), else that the free places have run out. */
function whyNobody(
  community: CommunityFacts,
  people: readonly PersonFacts[],
  request: ReturnType<typeof requestOf>,
  eligible: number,
): string {
  if (eligible > 0) return '合适人选的名额已被本批其他社区用完'
  for (const person of people) {
    const candidacy = judgeCandidate(community, person, request)
    const taken = candidacy.eligible ? undefined : candidacy.exclusions.find(({ code }) => code === 'SEAT_TAKEN')
    if (taken) return taken.reason
  }
  return '没有符合条件的人选'
}
