import { readFileSync } from 'node:fs'
import type { Prisma } from '@sitai/db/client'
import { defaultTopics } from '@sitai/rules/taxonomy'
import { maskPhone, phoneTail } from '@sitai/rules/phone'
import { searchKeys } from '@sitai/rules/pinyin'
import type { Chance } from './chance.ts'

export const district = '330203'

/** Invented centres inside the district, [latitude, longitude]; no survey, only so that distances mean something. */
const centres: Record<string, readonly [lat: number, lng: number]> = {
  '330203001': [29.857, 121.541],
  '330203002': [29.87, 121.557],
  '330203003': [29.876, 121.527],
  '330203004': [29.868, 121.54],
  '330203005': [29.876, 121.548],
  '330203006': [29.881, 121.513],
  '330203007': [29.851, 121.524],
  '330203008': [29.874, 121.494],
  '330203009': [29.812, 121.531],
  '330203100': [29.891, 121.448],
  '330203101': [29.857, 121.369],
  '330203102': [29.872, 121.421],
  '330203103': [29.831, 121.452],
  '330203104': [29.79, 121.451],
  '330203105': [29.779, 121.364],
  '330203106': [29.792, 121.246],
  '330203200': [29.735, 121.289],
}

export interface DemoCommunity {
  readonly code: string
  readonly name: string
  readonly streetCode: string
  readonly lat: number
  readonly lng: number
}

type Encrypt = (text: string) => Uint8Array<ArrayBuffer>

/** The real streets and communities of Haishu by their statistical codes; everything but code and name is invented. */
export function makePlaces(chance: Chance, encrypt: Encrypt) {
  const lines = readFileSync(new URL('haishu-communities.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const streets = new Map<string, string>()
  const communities: Prisma.CommunityCreateManyInput[] = []
  const placed: DemoCommunity[] = []
  const demands: Prisma.CommunityDemandCreateManyInput[] = []
  for (const line of lines) {
    const [code = '', name = '', streetCode = '', streetName = ''] = line.trim().split(',')
    streets.set(streetCode, streetName)
    const [lat, lng] = nearby(centreOf(streetCode), streetCode < '330203100' ? 0.008 : 0.02, chance)
    const isUrban = name.endsWith('社区')
    const phone = `5700${String(chance.whole(0, 9999)).padStart(4, '0')}`
    const population = isUrban ? chance.whole(2500, 14_000) : chance.whole(700, 5200)
    placed.push({ code, name, streetCode, lat, lng })
    communities.push({
      code,
      name,
      ...searchKeys(name, 'OTHER'),
      kind: isUrban ? 'URBAN' : 'VILLAGE',
      streetCode,
      address: `${streetName}${name}便民服务中心`,
      lat,
      lng,
      population,
      migrantPopulation: Math.round(population * (0.08 + chance.next() * 0.35)),
      contactName: `${chance.pick([...'王李张陈周吴徐孙胡朱'])}${isUrban ? '主任' : '书记'}`,
      contactPhoneCipher: encrypt(`0574-${phone}`),
      contactPhoneMasked: maskPhone(`0574-${phone}`),
      contactPhoneTail: phoneTail(`0574-${phone}`),
      officeHours: '周一至周五 8:30–11:30，14:00–17:00',
      visitRoom: chance.pick(['一楼法律服务室', '公共法律服务点', '二楼调解室', '党群服务中心']),
    })
    for (const topic of chance.some(defaultTopics.slice(0, 12), chance.whole(1, 3))) {
      demands.push({ communityCode: code, topicCode: topic.code, weight: chance.whole(2, 5) })
    }
  }
  const streetRows: Prisma.StreetCreateManyInput[] = [...streets].map(([code, name]) => {
    const [lat, lng] = centreOf(code)
    return {
      code,
      name,
      initials: searchKeys(name, 'OTHER').initials,
      districtCode: district,
      justiceOffice: `${name.replace(/(街道|镇|乡)$/u, '')}司法所`,
      lat,
      lng,
      adjacentCodes: nearestStreets(code, 4),
    }
  })
  return { streets: streetRows, communities, demands, placed }
}

export function nearby([lat, lng]: readonly [number, number], spread: number, chance: Chance): [number, number] {
  const shift = () => (chance.next() + chance.next() - 1) * spread
  return [Number((lat + shift()).toFixed(5)), Number((lng + shift()).toFixed(5))]
}

export function centreOf(streetCode: string): readonly [number, number] {
  return centres[streetCode] ?? [29.86, 121.5]
}

function nearestStreets(code: string, count: number): string[] {
  const [lat, lng] = centreOf(code)
  return Object.entries(centres)
    .filter(([other]) => other !== code)
    .map(([other, [y, x]]) => ({ other, far: Math.hypot(y - lat, (x - lng) * 0.87) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ other }) => other)
}
