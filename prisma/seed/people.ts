import type { Prisma, PractitionerKind } from '@sitai/db/client'
import { makeIdNumber, maskIdNumber } from '@sitai/rules/idNumber'
import { makeLawyerLicence } from '@sitai/rules/licenceNo'
import { maskPhone, phoneTail } from '@sitai/rules/phone'
import { searchKeys } from '@sitai/rules/pinyin'
import { defaultTopics } from '@sitai/rules/taxonomy'
import type { Chance } from './chance.ts'
import type { DemoFirm } from './firms.ts'
import { district } from './places.ts'

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单仇解',
]
const givenNames = [
  '思远',
  '若溪',
  '明哲',
  '雅宁',
  '海涛',
  '静怡',
  '立诚',
  '晓岚',
  '建平',
  '慧敏',
  '子墨',
  '文博',
  '佳音',
  '正阳',
  '秋实',
  '春晖',
  '梓涵',
  '志强',
  '婉清',
  '国栋',
  '雨桐',
  '承志',
  '丽君',
  '学勤',
  '晨曦',
  '伯言',
  '淑贞',
  '嘉懿',
  '永康',
  '知夏',
  '景行',
  '允中',
  '霁月',
  '怀瑾',
  '书瑶',
  '一鸣',
  '启航',
  '梦洁',
  '俊杰',
  '亚男',
  '赟',
  '喆',
  '堃',
  '镕',
  '昇',
  '玥',
  '琛',
  '岚',
  '磊',
  '颖',
] as const

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly firm: DemoFirm
  readonly capacity: number
  /** May hold a community now: active, not sanctioned, not assessed incompetent. */
  readonly isEligible: boolean
  /** How surely this person keeps an appointment, 0–1. */
  readonly diligence: number
}

interface Keys {
  encrypt: (text: string) => Uint8Array<ArrayBuffer>
  blindIndex: (text: string) => string
}

/** About 260 practitioners with memberships, specialties, assessments and a few sanctions; all invented. */
export function makePeople(chance: Chance, firms: readonly DemoFirm[], today: string, { encrypt, blindIndex }: Keys) {
  const thisYear = Number(today.slice(0, 4))
  const practitioners: Prisma.PractitionerCreateManyInput[] = []
  const memberships: Prisma.FirmMembershipCreateManyInput[] = []
  const specialties: Prisma.PractitionerSpecialtyCreateManyInput[] = []
  const assessments: Prisma.AnnualAssessmentCreateManyInput[] = []
  const sanctions: Prisma.SanctionCreateManyInput[] = []
  const known: DemoPerson[] = []
  const names = new Set<string>()

  for (const [firmIndex, firm] of firms.entries()) {
    const size = firm.isOffice ? chance.whole(6, 8) : Math.max(5, 27 - firmIndex * 2 + chance.whole(-2, 3))
    for (let place = 0; place < size; place++) {
      const serial = practitioners.length + 1
      const id = chance.uuid()
      const name = newName(chance, names)
      const gender = chance.happens(0.55) ? 'MALE' : 'FEMALE'
      const age = chance.whole(26, 62)
      const startYear = thisYear - chance.whole(1, Math.max(1, age - 25))
      const kind: PractitionerKind = firm.isOffice
        ? 'GRASSROOTS_WORKER'
        : chance.happens(0.93)
          ? 'FULL_TIME'
          : 'PART_TIME'
      const phone = `1990000${String(serial).padStart(4, '0')}`
      // 330299 is no district: nobody has this number.
      const idNo = makeIdNumber(
        `330299${thisYear - age}${pad(chance.whole(1, 12))}${pad(chance.whole(1, 28))}${pad(serial % 100)}${gender === 'MALE' ? 1 : 2}`,
      )
      const fate = chance.next()
      const status = fate < 0.955 ? 'ACTIVE' : fate < 0.97 ? 'SUSPENDED' : fate < 0.98 ? 'PENDING_VERIFY' : 'CANCELLED'
      const isSanctioned = status === 'ACTIVE' && chance.happens(0.012)
      const isIncompetent = status === 'ACTIVE' && chance.happens(0.01)
      const isParty = chance.happens(0.38)
      const capacity = chance.pick([1, 2, 2, 3, 3, 3])
      practitioners.push({
        id,
        kind,
        name,
        ...searchKeys(name, 'PERSON'),
        gender,
        birthYear: thisYear - age,
        licenceNo: firm.isOffice
          ? `3302039${String(serial).padStart(6, '0')}`
          : makeLawyerLicence('3302', startYear, kind, gender, 990_000 + serial),
        firstLicensedOn: new Date(Date.UTC(startYear, chance.whole(0, 11), chance.whole(1, 28))),
        politicalStatus: isParty
          ? 'PARTY_MEMBER'
          : chance.pick(['MASSES', 'MASSES', 'MASSES', 'DEMOCRATIC_PARTY', 'LEAGUE_MEMBER']),
        phoneCipher: encrypt(phone),
        phoneMasked: maskPhone(phone),
        phoneTail: phoneTail(phone),
        idNoCipher: encrypt(idNo),
        idNoHash: blindIndex(idNo),
        idNoMasked: maskIdNumber(idNo),
        languages: chance.happens(0.6) ? ['普通话', '宁波话'] : ['普通话'],
        capacity,
        status,
        divisionCode: district,
      })
      memberships.push(...careerOf(chance, id, firm, firms, Math.max(startYear, thisYear - 15), thisYear))
      for (const topic of chance.some(defaultTopics.slice(0, 20), chance.whole(1, 4))) {
        specialties.push({ practitionerId: id, topicCode: topic.code, level: chance.whole(1, 3) })
      }
      for (const year of [thisYear - 3, thisYear - 2, thisYear - 1].filter((past) => past >= startYear)) {
        const isLast = year === thisYear - 1
        const result =
          isLast && isIncompetent ? 'INCOMPETENT' : chance.happens(0.04) ? 'BASICALLY_COMPETENT' : 'COMPETENT'
        assessments.push({ id: chance.uuid(), practitionerId: id, year, result })
      }
      if (isSanctioned) {
        sanctions.push({
          id: chance.uuid(),
          practitionerId: id,
          kind: 'INDUSTRY_DISCIPLINE',
          validFrom: new Date(Date.UTC(thisYear - 1, 10, 1)),
          validTo: new Date(Date.UTC(thisYear + 1, 10, 1)),
          reason: '（虚构）未按规定保管案卷，予以通报批评。',
          documentNo: `甬律协纪（虚构）〔${thisYear - 1}〕${serial}号`,
        })
      }
      const isEligible = status === 'ACTIVE' && !isSanctioned && !isIncompetent && startYear < thisYear
      known.push({
        id,
        name,
        firm,
        capacity,
        isEligible,
        diligence: chance.happens(0.85) ? 0.9 + chance.next() * 0.1 : 0.45 + chance.next() * 0.3,
      })
    }
  }
  return { practitioners, memberships, specialties, assessments, sanctions, known }
}

/** Most stay in one firm; some came from another. The last membership is open. */
function careerOf(
  chance: Chance,
  practitionerId: string,
  firm: DemoFirm,
  firms: readonly DemoFirm[],
  from: number,
  thisYear: number,
) {
  const begun = new Date(Date.UTC(from, 0, 1))
  const before = chance.pick(firms.filter((other) => other.id !== firm.id && other.isOffice === firm.isOffice))
  if (thisYear - from < 5 || !chance.happens(0.15)) {
    return [{ id: chance.uuid(), practitionerId, firmId: firm.id, validFrom: begun, validTo: null }]
  }
  const moved = new Date(Date.UTC(thisYear - chance.whole(1, 3), chance.whole(0, 11), 1))
  return [
    { id: chance.uuid(), practitionerId, firmId: before.id, validFrom: begun, validTo: moved },
    { id: chance.uuid(), practitionerId, firmId: firm.id, validFrom: moved, validTo: null },
  ]
}

function newName(chance: Chance, taken: Set<string>): string {
  for (;;) {
    const name = chance.pick(surnames) + chance.pick(givenNames)
    if (!taken.has(name)) {
      taken.add(name)
      return name
    }
  }
}

const pad = (number: number) => String(number).padStart(2, '0')
