import type { Community, CommunityDemand } from '@sitai/db/client'
import { type CommunityInput, isWithinDivision, streetOf } from '@sitai/rules/community'
import { communityFields } from '@sitai/rules/community.fields'
import { communityReader } from '@sitai/rules/sheetRows'
import { communitySheet } from '@sitai/rules/sheets'
import { communityColumns } from '../communities/community.columns.ts'
import { decrypt } from '../sensitive/crypto.ts'
import type { TableRow } from './bulk.ts'
import { changesOf, facesOf, judgeRows, type Plan, type Scene, slices, type Verdict } from './plan.ts'
import { present } from './present.ts'
import { topicsFace } from './topics.ts'

const { contactPhone: _phone, demands: _demands, ...plain } = communityFields
const columns: readonly string[] = [
  ...Object.keys(plain),
  'pinyin',
  'initials',
  'streetCode',
  'contactPhoneCipher',
  'contactPhoneMasked',
  'contactPhoneTail',
]

type Standing = Community & { readonly demands: readonly CommunityDemand[] }
type State = Partial<Community> & { readonly demands: readonly Pick<CommunityDemand, 'topicCode' | 'weight'>[] }

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
      ({ code }) => [['code', communityFields.code.label, code]],
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
  const { demands: old, ...before }: State = standing ?? { demands: [] }
  const { demands: _none, ...after } = { ...before, ...present(filled), ...phone, demands: null }
  const faces = {
    ...facesOf(communityFields, lists),
    contactPhone: ({ contactPhoneMasked }: State) => contactPhoneMasked ?? '',
    demands: (community: State) =>
      topicsFace(
        community.demands.map(({ topicCode, weight }) => ({ topicCode, rank: weight })),
        lists.TOPICS,
      ),
  }
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
      header: communityFields.contactPhone.label,
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

function picked(state: TableRow): TableRow {
  return Object.fromEntries(columns.map((name) => [name, state[name] ?? null]))
}
