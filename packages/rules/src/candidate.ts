/**
 * Candidates for a community: everything the rules ask about a practitioner, one answer for each. Pairing by hand and the
 * list of reasons on the admin's desk use the same function; the optimiser of a round will too.
 */
import { type CandidateScore, scoreCandidate } from './candidateScore.ts'
import type { DateRange, LocalDate } from './calendar.ts'
import type { AssessmentResult, Seat, TermGrade } from './dictionaries.ts'
import { type Exclusion, exclusionsOf } from './eligibility.ts'
import type { Point } from './geo.ts'
import type { FirmState, PairingState, PractitionerState } from './machines.ts'
import type { Settings } from './settings.ts'

/** A pairing as the rules see it. */
export interface PairingFact {
  readonly practitionerId: string
  readonly communityCode: string
  readonly seat: Seat
  readonly status: PairingState
  /** Half-open; `to` is the day it really ends or ended. */
  readonly term: DateRange
  /** Grade of the term's assessment; null while there is none. */
  readonly grade: TermGrade | null
  /** Code of the ground of a termination (BR-09), else null. */
  readonly endGround: string | null
}

/** The community that needs an adviser. */
export interface CandidateCommunity {
  /** 12-digit division code. */
  readonly code: string
  readonly streetCode: string
  readonly adjacentStreetCodes: readonly string[]
  readonly point: Point | null
  /** Topics its residents need; empty when nobody has filled them in. */
  readonly demands: readonly { readonly topic: string; readonly label: string; readonly weight: number }[]
  /** Its pairings, past ones too. */
  readonly pairings: readonly PairingFact[]
}

/** A practitioner who might advise it. */
export interface CandidatePractitioner {
  readonly id: string
  readonly status: PractitionerState
  /** Division code of the bureau in charge. */
  readonly divisionCode: string
  readonly firstLicensedOn: LocalDate | null
  /** Present firm; null between two memberships. */
  readonly firm: { readonly status: FirmState; readonly streetCode: string | null; readonly point: Point | null } | null
  /** Declared places of service other than the office. */
  readonly servicePoints: readonly Point[]
  /** Level 1 to 3. */
  readonly specialties: readonly { readonly topic: string; readonly level: number }[]
  /** Most communities at an instant; null takes the bureau's default. */
  readonly capacity: number | null
  readonly assessments: readonly { readonly year: number; readonly result: AssessmentResult }[]
  /** Half-open; `to` null has no end. */
  readonly sanctions: readonly {
    readonly from: LocalDate
    readonly to: LocalDate | null
    readonly blocksPairing: boolean
  }[]
  /** Pairings of the person anywhere, past ones too. */
  readonly pairings: readonly PairingFact[]
  /** Score 0 to 100 of the last adviser assessment; null when there is none yet. */
  readonly performance: number | null
}

/** What is asked for: seat and term in which bureau, seen today, by which rules. */
export interface SeatRequest {
  /** Division code of the bureau, e.g. 330203. */
  readonly bureauCode: string
  readonly seat: Seat
  readonly term: DateRange
  readonly today: LocalDate
  readonly settings: Settings
  /** Counted for who has no assessment yet, so that newcomers are not punished; null when nobody has one. */
  readonly medianPerformance: number | null
  /** A pairing that does not count, e.g. the one to be replaced. */
  readonly ignorePairingOf?: { readonly practitionerId: string; readonly from: LocalDate }
}

/** The answer for one practitioner: excluded with every reason, or eligible with a score. */
export type Candidacy =
  | { readonly eligible: false; readonly exclusions: readonly Exclusion[] }
  | ({ readonly eligible: true } & CandidateScore)

/** Judges one practitioner for one community. Exclusion beats score: who is excluded has none. */
export function judgeCandidate(
  community: CandidateCommunity,
  practitioner: CandidatePractitioner,
  request: SeatRequest,
): Candidacy {
  const exclusions = exclusionsOf(community, practitioner, request)
  if (exclusions.length > 0) return { eligible: false, exclusions }
  return { eligible: true, ...scoreCandidate(community, practitioner, request) }
}

/** Order of a list: eligible by falling score, then the excluded with fewest reasons; ties by id, so it never jumps. */
export function compareCandidates(
  a: { readonly id: string; readonly candidacy: Candidacy },
  b: { readonly id: string; readonly candidacy: Candidacy },
): number {
  const rank = ({ candidacy }: { readonly candidacy: Candidacy }): number =>
    candidacy.eligible ? -1 - candidacy.score : candidacy.exclusions.length
  return rank(a) - rank(b) || (a.id < b.id ? -1 : Number(a.id > b.id))
}
