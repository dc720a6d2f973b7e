import { componentLabels, type ComponentKey, type ScoreComponent } from '@sitai/rules/candidateScore'
import type { Exclusion } from '@sitai/rules/eligibility'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { visiblePairings } from './pairing.access.ts'
import { type Candidate, rankCandidates } from './candidates.ts'
import { PairingRef, SeatEnum } from './pairing.graphql.ts'
import { previewPairings, type PreviewLine } from './preview.ts'

interface Part extends ScoreComponent {
  readonly key: ComponentKey
}

const PartRef = builder.objectRef<Part>('CandidateComponent').implement({
  description: '得分的一项',
  fields: (t) => ({
    key: t.exposeString('key'),
    label: t.string({ resolve: ({ key }) => componentLabels[key] }),
    value: t.exposeFloat('value', { description: '0 至 100' }),
    weight: t.exposeFloat('weight'),
    reason: t.exposeString('reason'),
  }),
})

const ExclusionRef = builder.objectRef<Exclusion>('CandidateExclusion').implement({
  description: '不能担任的一条理由',
  fields: (t) => ({
    code: t.exposeString('code'),
    reason: t.exposeString('reason'),
    approvable: t.exposeBoolean('approvable', { description: '领导批准后可以' }),
  }),
})

const keys: readonly ComponentKey[] = ['proximity', 'specialty', 'continuity', 'performance', 'freeCapacity']

export const CandidateRef = builder.objectRef<Candidate>('Candidate').implement({
  description: '一名人选及其得分，或不能担任的理由',
  fields: (t) => ({
    practitioner: t.prismaField({
      type: PractitionerRef,
      resolve: (query, { id }) => db.practitioner.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    eligible: t.boolean({ resolve: ({ candidacy }) => candidacy.eligible }),
    score: t.float({ nullable: true, resolve: ({ candidacy }) => (candidacy.eligible ? candidacy.score : null) }),
    components: t.field({
      type: [PartRef],
      resolve: ({ candidacy }) =>
        candidacy.eligible ? keys.map((key) => ({ key, ...candidacy.components[key] })) : [],
    }),
    exclusions: t.field({
      type: [ExclusionRef],
      resolve: ({ candidacy }) => (candidacy.eligible ? [] : [...candidacy.exclusions]),
    }),
    distanceKm: t.exposeFloat('distanceKm', { nullable: true, description: '执业机构到社区的直线距离（公里）' }),
    held: t.exposeInt('held', { description: '聘期内已任社区数' }),
    capacity: t.exposeInt('capacity', { description: '可任社区数' }),
  }),
})

interface CandidatePage {
  readonly nodes: readonly Candidate[]
  readonly found: readonly Candidate[]
}

const PageRef = builder.objectRef<CandidatePage>('CandidatePage').implement({
  fields: (t) => ({
    nodes: t.field({ type: [CandidateRef], resolve: ({ nodes }) => [...nodes] }),
    totalCount: t.int({ resolve: ({ found }) => found.length }),
    eligibleCount: t.int({ resolve: ({ found }) => found.filter(({ candidacy }) => candidacy.eligible).length }),
  }),
})

builder.prismaObjectFields('Community', (t) => ({
  candidates: t.field({
    type: PageRef,
    description: '这个社区的人选，合适的在前并按得分排列，不能担任的在后并说明理由',
    authScopes: { may: 'pairing:write' },
    select: { code: true },
    args: {
      seat: t.arg({ type: SeatEnum, defaultValue: 'LEAD' }),
      termFrom: t.arg({ type: 'Date', required: true }),
      termTo: t.arg({ type: 'Date', required: true }),
      search: t.arg.string({ description: '姓名、拼音首字母、执业机构' }),
      eligible: t.arg.boolean({ description: '只看合适的，或只看不能担任的' }),
      replacing: t.arg.globalID({ for: PairingRef, description: '将被替换的结对，不计入' }),
      first: t.arg.int({ defaultValue: 20 }),
      offset: t.arg.int({ defaultValue: 0 }),
    },
    resolve: async ({ code }, args, context) => {
      const viewer = viewerOf(context)
      const first = Math.min(100, Math.max(1, args.first ?? 20))
      const offset = Math.max(0, args.offset ?? 0)
      const replaced = args.replacing
        ? await db.pairing.findFirst({ where: { id: args.replacing.id, AND: visiblePairings(viewer) } })
        : null
      const ranked = await rankCandidates(
        viewer,
        code,
        {
          seat: args.seat ?? 'LEAD',
          term: { from: dayOf(args.termFrom), to: dayOf(args.termTo) },
          ...(replaced && {
            ignorePairingOf: { practitionerId: replaced.practitionerId, from: dayOf(replaced.termFrom) },
          }),
        },
        args.search,
      )
      const found = ranked.filter(
        ({ id, candidacy }) =>
          id !== replaced?.practitionerId && (args.eligible == null || candidacy.eligible === args.eligible),
      )
      return { nodes: found.slice(offset, offset + first), found }
    },
  }),
}))

const LineRef = builder.objectRef<PreviewLine>('PairingPreviewLine').implement({
  description: '批量结对预览的一行',
  fields: (t) => ({
    community: t.prismaField({
      type: 'Community',
      resolve: (query, { communityCode }) =>
        db.community.findUniqueOrThrow({ ...query, where: { code: communityCode } }),
    }),
    candidate: t.field({ type: CandidateRef, nullable: true, resolve: ({ candidate }) => candidate }),
    chosen: t.exposeBoolean('chosen', { description: '由经办人另选' }),
    eligibleCount: t.exposeInt('eligibleCount', { description: '合适的人选数' }),
    conflicts: t.stringList({ description: '不能办理的原因；空为可以', resolve: ({ conflicts }) => [...conflicts] }),
  }),
})

const PreviewRef = builder.objectRef<{ lines: readonly PreviewLine[] }>('PairingPreview').implement({
  description: '批量结对的预览',
  fields: (t) => ({
    lines: t.field({ type: [LineRef], resolve: ({ lines }) => [...lines] }),
    readyCount: t.int({
      description: '可以办理的行数',
      resolve: ({ lines }) => lines.filter(({ conflicts }) => conflicts.length === 0).length,
    }),
  }),
})

const ChoiceInput = builder.inputType('PairingChoiceInput', {
  fields: (t) => ({
    communityCode: t.string({ required: true }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
  }),
})

const PreviewInput = builder.inputType('PreviewPairingsInput', {
  fields: (t) => ({
    communityCodes: t.stringList({ required: true, description: '至多 100 个社区' }),
    termFrom: t.field({ type: 'Date', required: true }),
    termTo: t.field({ type: 'Date', required: true }),
    choices: t.field({ type: [ChoiceInput], description: '经办人另选的人' }),
  }),
})

builder.queryField('previewPairings', (t) =>
  t.field({
    type: PreviewRef,
    errors: {},
    description: '批量结对的预览：为每个社区推荐最合适的人，不超过各人名额',
    authScopes: { may: 'pairing:write' },
    args: { input: t.arg({ type: PreviewInput, required: true }) },
    resolve: async (_root, { input }, context) => ({
      lines: await previewPairings(viewerOf(context), {
        communityCodes: input.communityCodes,
        term: { from: dayOf(input.termFrom), to: dayOf(input.termTo) },
        choices: (input.choices ?? []).map((it) => ({
          communityCode: it.communityCode,
          practitionerId: it.practitionerId.id,
        })),
      }),
    }),
  }),
)
