import type { Seat } from '@sitai/db/client'
import {
  type Candidacy,
  type CandidateCommunity,
  compareCandidates,
  judgeCandidate,
  type SeatRequest,
} from '@sitai/rules/candidate'
import type { DateRange } from '@sitai/rules/calendar'
import { capacityOf, type Exclusion, heldDuring } from '@sitai/rules/eligibility'
import { distanceKm } from '@sitai/rules/geo'
import type { Settings } from '@sitai/rules/settings'
import { today } from '../time/clock.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { settingsOf, type settingsOnce } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Tx } from '../acts/write.ts'
import { communityFacts, type PersonFacts, personFacts } from './candidateFacts.ts'
import { checkLeadFree } from './holder.ts'

/** One line of the desk's list: who, how he or she was judged, how far and how loaded. */
export interface Candidate {
  readonly id: string
  readonly candidacy: Candidacy
  /** Communities held at the fullest instant of the asked term, and the most that may be. */
  readonly held: number
  readonly capacity: number
  /** Kilometres from the office to the community, as the crow flies; null without coordinates. */
  readonly distanceKm: number | null
}

interface Asked {
  readonly seat: Seat
  readonly term: DateRange
  readonly ignorePairingOf?: { readonly practitionerId: string; readonly from: string } | undefined
}

/** The request as the rules take it. */
export function requestOf(viewer: Viewer, settings: Settings, { seat, term, ignorePairingOf }: Asked): SeatRequest {
  return {
    bureauCode: viewer.divisionCode,
    seat,
    term,
    today: today(),
    settings,
    medianPerformance: null,
    ...(ignorePairingOf && { ignorePairingOf }),
  }
}

/**
 * Everyone of the bureau whom the search matches, judged for one seat of one community, best first, the excluded last.
 * Two statements and the settings, however many people there are.
 */
export async function rankCandidates(
  viewer: Viewer,
  communityCode: string,
  asked: Asked,
  search?: string | null,
): Promise<Candidate[]> {
  const [settings, [community], people] = await Promise.all([
    settingsOf(communityCode.slice(0, 6)),
    communityFacts(viewer, [communityCode]),
    personFacts(viewer, null),
  ])
  if (!community) throw notFound('个社区')
  const request = requestOf(viewer, settings, asked)
  return people
    .filter(matches(search))
    .map((person) => judged(community, person, request))
    .sort(compareCandidates)
}

/** Part of the name or of the firm's, or the beginning of the pinyin or its initials. */
function matches(search: string | null | undefined): (person: PersonFacts) => boolean {
  const text = search?.trim() ?? ''
  const plain = text.toLowerCase().replaceAll(/\s+/g, '')
  return ({ name, pinyin, initials, firmName }) =>
    text === '' ||
    name.includes(text) ||
    (firmName?.includes(text) ?? false) ||
    (plain !== '' && (pinyin.startsWith(plain) || initials.startsWith(plain)))
}

/** One practitioner as a line of the list. */
export function judged(community: CandidateCommunity, person: PersonFacts, request: SeatRequest): Candidate {
  const office = person.firm?.point ?? null
  return {
    id: person.id,
    candidacy: judgeCandidate(community, person, request),
    held: heldDuring(person, request),
    capacity: capacityOf(person, request),
    distanceKm: office && community.point ? distanceKm(office, community.point) : null,
  }
}

interface Checked extends Asked {
  readonly communityCode: string
  readonly practitionerId: string
  /** The leader's words that lift the rotation limit (BR-10). */
  readonly approval: string | null
}

/**
 * Throws the Refusal of everything the rules have against this person in this seat. The database would refuse most of
 * it too; here the sentence says who holds the seat, how many communities the person has, and so on.
 */
export async function checkEligible(
  viewer: Viewer,
  asked: Checked,
  tx?: Tx,
  settingsFor: ReturnType<typeof settingsOnce> = settingsOf,
): Promise<PersonFacts> {
  const [settings, [community], [person]] = await Promise.all([
    settingsFor(asked.communityCode.slice(0, 6)),
    communityFacts(viewer, [asked.communityCode], tx),
    personFacts(viewer, [asked.practitionerId], tx),
  ])
  if (!community) throw notFound('个社区')
  if (!person) throw notFound('名执业人员')
  const candidacy = judgeCandidate(community, person, requestOf(viewer, settings, asked))
  const refusal = refusalOf(candidacy, asked.approval)
  if (refusal?.code === 'LEAD_TAKEN') await checkLeadFree(asked.communityCode, asked.term, tx ? { tx } : {})
  if (refusal) throw refusal
  return person
}

const codes: Partial<Record<Exclusion['code'], string>> = {
  NOT_ACTIVE: 'PRACTITIONER_NOT_ACTIVE',
  ASSESSMENT_FAILED: 'ASSESSED_INCOMPETENT',
  SEAT_TAKEN: 'LEAD_TAKEN',
}

/** What the rules have against it as a Refusal; a leader's approval lifts the rotation limit. */
export function refusalOf(candidacy: Candidacy, approval: string | null): Refusal | null {
  if (candidacy.eligible) return null
  const standing = candidacy.exclusions.filter(({ approvable }) => !approvable || approval === null)
  const [first] = standing
  if (!first) return null
  const path =
    first.code === 'ROTATION_LIMIT' ? 'approval' : first.code === 'SEAT_TAKEN' ? 'communityCode' : 'practitionerId'
  return new Refusal(codes[first.code] ?? first.code, `${standing.map(({ reason }) => reason).join('；')}。`, [path])
}
