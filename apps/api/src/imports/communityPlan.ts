import type { Community, CommunityDemand } from '@sitai/db/client'
import { type CommunityInput, isWithinDivision, streetOf } from '@sitai/rules/community'
import { communityKinds, labelOf } from '@sitai/rules/dictionaries'
import { communityReader } from '@sitai/rules/sheetRows'
import { communitySheet } from '@sitai/rules/sheets'
import { communityColumns } from '../communities/community.columns.ts'
import { decrypt } from '../sensitive/crypto.ts'
import { changesOf, judgeRows, type Plan, type Scene, slices, type Verdict } from './plan.ts'
import { present } from './present.ts'
import { topicsFace } from './topics.ts'

const columns = [
  'code',
  'name',
  'pinyin',
  'initials',
  'kind',
  'streetCode',
  'address',
  'lat',
  'lng',
  'population',
  'migrantPopulation',
  'contactName',
  'contactPhoneCipher',
  'contactPhoneMasked',
  'contactPhoneTail',
  'officeHours',
  'visitRoom',
] as const

type Standing = Community & { readonly demands: readonly CommunityDemand[] }
type State = Pick<Community, (typeof columns)[number]> & {
  readonly demands: readonly Pick<CommunityDemand, 'topicCode' | 'weight'>[]
}

/** Imports of communities: the same division code means the same community. */
export const communityPlan: Plan = {
  sheet: communitySheet,
  table: 'community',
  key: 'code',
  columns,
  topics: { table: 'community_demand', owner: 'communityCode', rank: 'weight' },
  judge: (tx, scene, rows) =>
    judgeRows(
      rows,
      communityReader(scene),
      ({ code }) => [['code', '区划代码', code]],
      async (values) => {
        const known = new Map<string, Standing>()
        for (const slice of slices(values, 5000)) {
          const found = await tx.community.findMany({
            where: { code: { in: slice.map(({ code }) => code) } },
            include: { demands: true },
          })
          for (const community of found) known.set(community.code, community)
        }
        return { verdict: (value) => verdict(value, known.get(value.code), scene) }
      },
    ),
}

function verdict(input: CommunityInput, standing: Standing | undefined, { viewer, lists }: Scene): Verdict {
  const problems = []
  if (!isWithinDivision(input.code, viewer.divisionCode)) {
    problems.push({ field: 'code', message: '这个代码不在本局的区划内' })
  } else if (!lists.STREETS.some(({ code }) => code === streetOf(input.code))) {
    problems.push({ field: 'code', message: `没有登记代码为${streetOf(input.code)}的街道` })
  }
  const { columns: filled, demands } = communityColumns(input)
  const samePhone =
    standing?.contactPhoneCipher &&
    typeof input.contactPhone === 'string' &&
    decrypt(standing.contactPhoneCipher) === input.contactPhone
  const phone = samePhone
    ? {
        contactPhoneCipher: standing.contactPhoneCipher,
        contactPhoneMasked: standing.contactPhoneMasked,
        contactPhoneTail: standing.contactPhoneTail,
      }
    : {}
  const { demands: old, ...before } = standing ?? { ...empty, demands: [] }
  const { demands: _none, ...after } = { ...before, ...present(filled), ...phone, demands: null }
  const faces = facesOf((items) => topicsFace(items, lists.TOPICS))
  const changes = standing
    ? changesOf<State>(communitySheet, standing, { ...after, demands: demands ?? old }, faces)
    : []
  if (
    standing &&
    after.contactPhoneCipher !== before.contactPhoneCipher &&
    !changes.some(({ field }) => field === 'contactPhone')
  ) {
    changes.push({
      field: 'contactPhone',
      header: '联系电话',
      before: before.contactPhoneMasked ?? '',
      after: `${after.contactPhoneMasked ?? ''}（号码不同）`,
    })
  }
  const version = standing ? { version: standing.version } : {}
  return {
    problems,
    changes,
    entityId: standing?.code ?? null,
    step: {
      row: { ...picked(after), ...version },
      standing: standing ? { ...picked(standing), version: standing.version } : null,
      children: {
        ...(demands ? { topics: demands.map(({ topicCode, weight }) => ({ topicCode, rank: weight })) } : {}),
        standingTopics: old.map(({ topicCode, weight }) => ({ topicCode, rank: weight })),
      },
    },
  }
}

function picked(state: Omit<State, 'demands'>) {
  return Object.fromEntries(columns.map((name) => [name, state[name]]))
}

const empty = {
  code: '',
  name: '',
  pinyin: '',
  initials: '',
  kind: 'URBAN',
  streetCode: '',
  address: null,
  lat: null,
  lng: null,
  population: null,
  migrantPopulation: null,
  contactName: null,
  contactPhoneCipher: null,
  contactPhoneMasked: null,
  contactPhoneTail: null,
  officeHours: null,
  visitRoom: null,
} as const

function facesOf(
  topics: (items: readonly { topicCode: string; rank: number }[]) => string,
): Record<string, (community: State) => string> {
  return {
    name: ({ name }) => name,
    kind: ({ kind }) => labelOf(communityKinds, kind),
    address: ({ address }) => address ?? '',
    lng: ({ lng }) => String(lng ?? ''),
    lat: ({ lat }) => String(lat ?? ''),
    population: ({ population }) => String(population ?? ''),
    migrantPopulation: ({ migrantPopulation }) => String(migrantPopulation ?? ''),
    contactName: ({ contactName }) => contactName ?? '',
    contactPhone: ({ contactPhoneMasked }) => contactPhoneMasked ?? '',
    officeHours: ({ officeHours }) => officeHours ?? '',
    visitRoom: ({ visitRoom }) => visitRoom ?? '',
    demands: ({ demands }) => topics(demands.map(({ topicCode, weight }) => ({ topicCode, rank: weight }))),
  }
}
