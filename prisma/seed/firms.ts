import type { Prisma } from '@sitai/db/client'
import { makeCreditCode } from '@sitai/rules/creditCode'
import { searchKeys } from '@sitai/rules/pinyin'
import type { Chance } from './chance.ts'
import { centreOf, district, nearby } from './places.ts'

/** Invented names; no firm of this name is meant. */
const lawFirms = [
  '砚潮',
  '甬栖',
  '明舸',
  '海樟',
  '衡舟',
  '鉴澜',
  '月汀',
  '正帆',
  '循理',
  '澄江里',
  '厚檐',
  '知则',
  '允衡',
  '东篱湾',
  '廉泉',
  '言川',
  '策甬',
  '同舟渡',
  '清和里',
] as const
const offices = ['望湖桥', '古林渡', '鄞江桥'] as const

/** Where each firm sits: lawyers gather downtown, the service offices in the west. */
const seats = [
  '330203005',
  '330203004',
  '330203002',
  '330203003',
  '330203001',
  '330203005',
  '330203007',
  '330203006',
  '330203002',
  '330203008',
  '330203004',
  '330203003',
  '330203001',
  '330203009',
  '330203006',
  '330203100',
  '330203103',
  '330203009',
  '330203102',
  '330203008',
  '330203103',
  '330203105',
] as const

export interface DemoFirm {
  readonly id: string
  readonly name: string
  readonly isOffice: boolean
  readonly lat: number
  readonly lng: number
}

/** 19 law firms and 3 legal service offices with their yearly inspections. Codes carry XN (虚拟) and right check digits. */
export function makeFirms(chance: Chance, thisYear: number) {
  const firms: Prisma.FirmCreateManyInput[] = []
  const inspections: Prisma.FirmInspectionCreateManyInput[] = []
  const known: DemoFirm[] = []
  const names = [
    ...lawFirms.map((name) => ({ name: `浙江${name}律师事务所`, isOffice: false })),
    ...offices.map((name) => ({ name: `宁波市海曙${name}法律服务所`, isOffice: true })),
  ]
  for (const [index, { name, isOffice }] of names.entries()) {
    const id = chance.uuid()
    const streetCode = seats[index] ?? '330203004'
    const [lat, lng] = nearby(centreOf(streetCode), 0.005, chance)
    const serial = String(index + 1).padStart(3, '0')
    const creditCode = makeCreditCode(`${isOffice ? '52' : '31'}${district}XNXN00${serial}`)
    firms.push({
      id,
      kind: isOffice ? 'LEGAL_SERVICE_OFFICE' : 'LAW_FIRM',
      name,
      ...searchKeys(name.replace(/^(浙江|宁波市海曙)/u, ''), 'OTHER'),
      creditCode,
      licenceNo: isOffice ? `2330203${thisYear - 12}990${serial}` : creditCode,
      orgForm: isOffice
        ? null
        : chance.pick(['GENERAL_PARTNERSHIP', 'GENERAL_PARTNERSHIP', 'SOLE', 'SPECIAL_PARTNERSHIP']),
      address: `海曙区虚拟路${chance.whole(1, 299)}号${chance.whole(2, 18)}层`,
      lat,
      lng,
      streetCode,
      divisionCode: district,
      setUpOn: new Date(Date.UTC(thisYear - chance.whole(4, 28), chance.whole(0, 11), chance.whole(1, 28))),
      partyOrg: isOffice ? 'JOINT_BRANCH' : chance.pick(['OWN_BRANCH', 'OWN_BRANCH', 'JOINT_BRANCH', 'NONE']),
      phone: `0574-5700${String(1000 + index)}`,
    })
    known.push({ id, name, isOffice, lat, lng })
    for (const year of [thisYear - 3, thisYear - 2, thisYear - 1]) {
      inspections.push({ id: chance.uuid(), firmId: id, year, result: 'PASSED' })
    }
  }
  return { firms, inspections, known }
}

/** Each firm is led by the first of its own people. */
export function nameDirectors(
  firms: Prisma.FirmCreateManyInput[],
  people: readonly { readonly name: string; readonly firm: DemoFirm }[],
): void {
  for (const firm of firms) firm.director = people.find((it) => it.firm.id === firm.id)?.name ?? null
}
