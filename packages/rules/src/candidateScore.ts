/**
 * The score of an eligible candidate, in parts of 0 to 100, each with a sentence, weighed by the bureau's
 * settings to a mean of 0 to 100. Mutual preference is known only in a round; by hand, free capacity stands for balance.
 */
import type { CandidateCommunity, CandidatePractitioner, SeatRequest } from './candidate.ts'
import { labelOf, type TermGrade, termGrades } from './dictionaries.ts'
import { capacityOf, consecutiveTerms, heldDuring, termsHere } from './eligibility.ts'
import { formatDistance, nearestKm, proximityScore, type StreetRelation } from './geo.ts'

/** The parts of the score. */
export type ComponentKey = 'proximity' | 'specialty' | 'continuity' | 'performance' | 'freeCapacity'

/** Chinese names of the parts, in the order they are shown. */
export const componentLabels: Readonly<Record<ComponentKey, string>> = {
  proximity: '就近',
  specialty: '专业',
  continuity: '延续',
  performance: '考核',
  freeCapacity: '余额',
}

/** One part: value 0 to 100, its weight and the sentence that explains it. */
export interface ScoreComponent {
  readonly value: number
  readonly weight: number
  readonly reason: string
}

/** The weighed mean, 0 to 100, and its parts. */
export interface CandidateScore {
  readonly score: number
  readonly components: Readonly<Record<ComponentKey, ScoreComponent>>
  /** Distance of the nearest office or service point, km; null without coordinates. */
  readonly distanceKm: number | null
}

type Part = Omit<ScoreComponent, 'weight'>
type Inputs = [community: CandidateCommunity, practitioner: CandidatePractitioner, request: SeatRequest]

/** Counted where the community or the bureau knows nothing: neither for nor against. */
const NEUTRAL = 50

/** Scores a practitioner; whether he or she is eligible is asked elsewhere. */
export function scoreCandidate(...inputs: Inputs): CandidateScore {
  const [community, practitioner, { settings }] = inputs
  const km = nearestKm([...officeOf(practitioner), ...practitioner.servicePoints], community.point)
  const components = {
    proximity: { ...proximity(km, ...inputs), weight: settings.weightProximity },
    specialty: { ...specialty(community, practitioner), weight: settings.weightSpecialty },
    continuity: { ...continuity(...inputs), weight: settings.weightContinuity },
    performance: { ...performance(practitioner, inputs[2]), weight: settings.weightPerformance },
    freeCapacity: { ...freeCapacity(practitioner, inputs[2]), weight: settings.weightFreeCapacity },
  }
  const parts = Object.values(components)
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0)
  const weighed = parts.reduce((sum, { value, weight }) => sum + value * weight, 0)
  return { score: weights === 0 ? 0 : weighed / weights, components, distanceKm: km }
}

function officeOf({ firm }: CandidatePractitioner) {
  return firm?.point == null ? [] : [firm.point]
}

function relationOf(community: CandidateCommunity, { firm }: CandidatePractitioner): StreetRelation {
  if (firm?.streetCode == null) return 'OTHER'
  if (firm.streetCode === community.streetCode) return 'SAME'
  return community.adjacentStreetCodes.includes(firm.streetCode) ? 'ADJACENT' : 'OTHER'
}

function proximity(km: number | null, ...[community, practitioner, { settings }]: Inputs): Part {
  const relation = relationOf(community, practitioner)
  const where = { SAME: '在本街道', ADJACENT: '在相邻街道', OTHER: '不在本街道及相邻街道' }[relation]
  const far = km === null ? '缺少坐标，未计距离' : `距社区约${formatDistance(km)}`
  return { value: proximityScore(km, relation, settings), reason: `执业机构${where}，${far}` }
}

/** Σ weight × level ÷ 3 over the topics the community needs, as a share of the best possible. */
function specialty({ demands }: CandidateCommunity, { specialties }: CandidatePractitioner): Part {
  const total = demands.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return { value: NEUTRAL, reason: '社区未填写法律需求，按中间分计' }
  const level = new Map(specialties.map((item) => [item.topic, item.level]))
  const met = demands.reduce((sum, { topic, weight }) => sum + (weight * (level.get(topic) ?? 0)) / 3, 0)
  const matched = demands.filter(({ topic }) => level.has(topic)).map(({ label }) => label)
  const which = matched.length === 0 ? '' : `：${matched.join('、')}`
  return { value: (100 * met) / total, reason: `社区需求${demands.length}项，专业对口${matched.length}项${which}` }
}

/** 合格 80 and 优秀 100; 基本合格 is put at 60, and a term not yet assessed counts as 合格. */
const CONTINUITY_OF_GRADE: Readonly<Record<TermGrade, number>> = {
  EXCELLENT: 100,
  QUALIFIED: 80,
  BASICALLY_QUALIFIED: 60,
  UNQUALIFIED: 0,
}

function continuity(...inputs: Inputs): Part {
  const [, , { settings, term }] = inputs
  const count = consecutiveTerms(...inputs)
  if (count === 0) return { value: 0, reason: '不是本社区的现任顾问' }
  const last = termsHere(...inputs).find((pairing) => pairing.term.to <= term.from)
  const grade = last?.grade ?? null
  const graded = grade === null ? '尚未考核' : `考核${labelOf(termGrades, grade)}`
  const isLastTerm = count === settings.rotationTerms - 1
  const value = CONTINUITY_OF_GRADE[grade ?? 'QUALIFIED'] - (isLastTerm ? 50 : 0)
  const limit = isLastTerm ? '，本届后达到连任上限' : ''
  return { value: Math.max(0, value), reason: `已任本社区顾问${count}届，${graded}${limit}` }
}

function performance({ performance: own }: CandidatePractitioner, { medianPerformance }: SeatRequest): Part {
  if (own !== null) return { value: own, reason: `上次考核${own}分` }
  if (medianPerformance !== null)
    return { value: medianPerformance, reason: `暂无考核，按全区中位数${medianPerformance}分计` }
  return { value: NEUTRAL, reason: '全区暂无考核，按中间分计' }
}

function freeCapacity(practitioner: CandidatePractitioner, request: SeatRequest): Part {
  const capacity = capacityOf(practitioner, request)
  const held = heldDuring(practitioner, request)
  const free = Math.max(0, capacity - held)
  return {
    value: capacity === 0 ? 0 : (100 * free) / capacity,
    reason: `可任${capacity}个社区，已任${held}个，余${free}个`,
  }
}
