import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type CandidateCommunity,
  type CandidatePractitioner,
  compareCandidates,
  judgeCandidate,
  type PairingFact,
  type SeatRequest,
} from './candidate.ts'
import { defaultSettings } from './settings.ts'

const community: CandidateCommunity = {
  code: '330203001001',
  streetCode: '330203001',
  adjacentStreetCodes: ['330203002'],
  point: { lat: 29.87, lng: 121.54 },
  demands: [
    { topic: 'LABOUR', label: '劳动争议', weight: 3 },
    { topic: 'PROPERTY_MGMT', label: '物业', weight: 1 },
  ],
  pairings: [],
}
const lawyer: CandidatePractitioner = {
  id: 'lawyer',
  status: 'ACTIVE',
  divisionCode: '330203',
  firstLicensedOn: '2010-06-01',
  firm: { status: 'ACTIVE', streetCode: '330203009', point: { lat: 29.88, lng: 121.55 } },
  servicePoints: [],
  specialties: [{ topic: 'LABOUR', level: 3 }],
  capacity: null,
  assessments: [{ year: 2025, result: 'COMPETENT' }],
  sanctions: [],
  pairings: [],
  performance: 92,
}
const request: SeatRequest = {
  bureauCode: '330203',
  seat: 'LEAD',
  term: { from: '2027-01-01', to: '2029-01-01' },
  today: '2026-11-23',
  settings: defaultSettings,
  medianPerformance: 85,
}
const pairing = (some: Partial<PairingFact>): PairingFact => ({
  practitionerId: 'lawyer',
  communityCode: community.code,
  seat: 'LEAD',
  status: 'ENDED',
  term: { from: '2025-01-01', to: '2027-01-01' },
  grade: null,
  endGround: null,
  ...some,
})
const term = (from: number): Pick<PairingFact, 'term'> => ({ term: { from: `${from}-01-01`, to: `${from + 2}-01-01` } })

const judge = (some: Partial<CandidatePractitioner> = {}, asked: Partial<SeatRequest> = {}, place = community) =>
  judgeCandidate(place, { ...lawyer, ...some }, { ...request, ...asked })
const reasons = (...inputs: Parameters<typeof judge>) => {
  const candidacy = judge(...inputs)
  return candidacy.eligible ? [] : candidacy.exclusions.map(({ code, reason }) => `${code} ${reason}`)
}
const scored = (...inputs: Parameters<typeof judge>) => {
  const candidacy = judge(...inputs)
  if (!candidacy.eligible) throw new Error(candidacy.exclusions.map(({ reason }) => reason).join())
  return candidacy
}

describe('who is excluded from a seat', () => {
  test.each<[string, Partial<CandidatePractitioner>]>([
    ['NOT_ACTIVE 执业状态为「停止执业」', { status: 'SUSPENDED' }],
    ['OUTSIDE_BUREAU 不属于本局管理的执业人员', { divisionCode: '330205' }],
    ['FIRM_NOT_ACTIVE 当前没有执业机构', { firm: null }],
    ['FIRM_NOT_ACTIVE 执业机构为「停业整顿」', { firm: { status: 'SUSPENDED', streetCode: null, point: null } }],
    [
      'SANCTIONED 受惩戒，2027-01-31前不得结对',
      { sanctions: [{ from: '2026-02-01', to: '2027-02-01', blocksPairing: true }] },
    ],
    ['ASSESSMENT_MISSING 缺少2025年度考核结果', { assessments: [{ year: 2024, result: 'COMPETENT' }] }],
    ['ASSESSMENT_FAILED 2025年度考核不称职', { assessments: [{ year: 2025, result: 'INCOMPETENT' }] }],
    ['LAST_TERM_FAILED 上一聘期考核不合格', { pairings: [pairing({ grade: 'UNQUALIFIED' })] }],
    [
      'LAST_TERM_FAILED 近两个聘期内因考核不合格被解聘',
      { pairings: [pairing({ ...term(2023), status: 'TERMINATED', endGround: 'ASSESSMENT_FAILED' }), pairing({})] },
    ],
    [
      'ALREADY_PAIRED 已是本社区的助理顾问，聘期至2027-12-31',
      { pairings: [pairing({ seat: 'ASSISTANT', status: 'ACTIVE', ...term(2026) })] },
    ],
    [
      'CAPACITY_FULL 已担任1个社区的顾问，达到上限1个',
      { capacity: 1, pairings: [pairing({ communityCode: '330203001002', status: 'ACTIVE', ...term(2026) })] },
    ],
    [
      'ROTATION_LIMIT 已在本社区连任3届，续聘须经领导批准',
      { pairings: [2021, 2023, 2025].map((from) => pairing(term(from))) },
    ],
  ])('%s', (reason, some) => {
    expect(reasons(some)).toEqual([reason])
  })

  test('the seat of another lead is taken as long as the terms overlap, an assistant may still come', () => {
    const taken = { ...community, pairings: [pairing({ practitionerId: 'other', status: 'ACTIVE', ...term(2026) })] }
    expect(reasons({}, {}, taken)).toEqual(['SEAT_TAKEN 本社区的首席顾问聘期至2027-12-31，与所选聘期重叠'])
    expect(reasons({}, { seat: 'ASSISTANT' }, taken)).toEqual([])
    expect(reasons({}, { term: { from: '2028-01-01', to: '2030-01-01' } }, taken)).toEqual([])
    expect(reasons({}, { ignorePairingOf: { practitionerId: 'other', from: '2026-01-01' } }, taken)).toEqual([])
  })

  test("only the rotation limit is lifted by a leader's approval", () => {
    const candidacy = judge({ status: 'SUSPENDED', pairings: [2021, 2023, 2025].map((from) => pairing(term(from))) })
    expect(!candidacy.eligible && candidacy.exclusions.map(({ approvable }) => approvable)).toEqual([false, true])
  })

  test('a newly licensed lawyer needs no assessment of the year before', () => {
    expect(reasons({ firstLicensedOn: '2026-03-01', assessments: [] })).toEqual([])
  })

  test('before June the assessment of the year before last is enough', () => {
    expect(reasons({ assessments: [{ year: 2024, result: 'COMPETENT' }] }, { today: '2026-05-31' })).toEqual([])
  })

  test('terms one after the other never fill the capacity, a rejected pairing never counts', () => {
    const elsewhere = (from: number, status: PairingFact['status']) =>
      pairing({ communityCode: '330203001002', status, ...term(from) })
    expect(reasons({ capacity: 1, pairings: [elsewhere(2025, 'ACTIVE'), elsewhere(2029, 'PROPOSED')] })).toEqual([])
    expect(reasons({ capacity: 1, pairings: [elsewhere(2027, 'REJECTED')] })).toEqual([])
  })

  test("a capacity above the bureau's cap is cut to the cap", () => {
    const five = Array.from({ length: 5 }, (_, index) =>
      pairing({ communityCode: `33020300100${index + 2}`, status: 'ACTIVE', ...term(2026) }),
    )
    expect(reasons({ capacity: 9, pairings: five })).toEqual(['CAPACITY_FULL 已担任5个社区的顾问，达到上限5个'])
  })

  test("three terms with a year's break are not in a row", () => {
    expect(reasons({ pairings: [2020, 2022, 2025].map((from) => pairing(term(from))) })).toEqual([])
  })
})

describe('how an eligible candidate scores', () => {
  test('each part says why', () => {
    const { components, distanceKm } = scored()
    expect(distanceKm).toBeCloseTo(1.47, 1)
    expect(Object.values(components).map(({ reason }) => reason)).toEqual([
      '执业机构不在本街道及相邻街道，距社区约1.5公里',
      '社区需求2项，专业对口1项：劳动争议',
      '不是本社区的现任顾问',
      '上次考核92分',
      '可任3个社区，已任0个，余3个',
    ])
    expect(components.specialty.value).toBe(75)
  })

  test('an incumbent assessed 优秀 counts 100 for continuity, 50 less before the rotation limit', () => {
    const excellent = pairing({ grade: 'EXCELLENT' })
    expect(scored({ pairings: [excellent] }).components.continuity.value).toBe(100)
    const beforeLimit = scored({ pairings: [pairing(term(2023)), excellent] }).components.continuity
    expect(beforeLimit).toMatchObject({ value: 50, reason: '已任本社区顾问2届，考核优秀，本届后达到连任上限' })
  })

  test('who has no assessment counts as the median', () => {
    expect(scored({ performance: null }).components.performance).toMatchObject({ value: 85 })
    expect(scored({ performance: null }, { medianPerformance: null }).components.performance.value).toBe(50)
  })

  test('nearer is never worse', () => {
    const at = (lat: number) => ({ firm: { status: 'ACTIVE' as const, streetCode: null, point: { lat, lng: 121.54 } } })
    const offset = fc.double({ min: 0, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const near = scored(at(29.87 + Math.min(a, b))).score
        expect(near).toBeGreaterThanOrEqual(scored(at(29.87 + Math.max(a, b))).score)
      }),
    )
  })

  test('only the proportion of the weights counts, and the score stays within 0 and 100', () => {
    const weight = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(
        fc.tuple(weight, weight, weight, weight, weight),
        fc.integer({ min: 2, max: 5 }),
        (weights, factor) => {
          const weighed = (by: number) => {
            const [proximity, specialty, continuity, performance, free] = weights
            const settings = {
              ...defaultSettings,
              weightProximity: proximity * by,
              weightSpecialty: specialty * by,
              weightContinuity: continuity * by,
              weightPerformance: performance * by,
              weightFreeCapacity: free * by,
            }
            return scored({}, { settings }).score
          }
          expect(weighed(factor)).toBeCloseTo(weighed(1), 9)
          expect(weighed(1)).toBeGreaterThanOrEqual(0)
          expect(weighed(1)).toBeLessThanOrEqual(100)
        },
      ),
    )
  })

  test('exclusion beats score: the best on paper has none when suspended, and stands below the worst eligible', () => {
    const best = { id: 'a', candidacy: judge({ status: 'SUSPENDED', performance: 100 }) }
    const worst = {
      id: 'b',
      candidacy: judge({ performance: 0, specialties: [], firm: { status: 'ACTIVE', streetCode: null, point: null } }),
    }
    expect(best.candidacy).not.toHaveProperty('score')
    expect([best, worst].toSorted(compareCandidates).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})
