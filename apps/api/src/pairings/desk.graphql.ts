import { addDays, addMonths, monthOf } from '@sitai/rules/calendar'
import { builder } from '../graphql/builder.ts'
import { today } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { midnightUtc } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { settingsOf } from '../settings/settings.ts'
import { type Desk, type DeskLine, openDesk, standingLabels, standings } from './desk.ts'
import { optionsIn } from '../dictionaries/inPlace.ts'

export const StandingEnum = builder.enumType('AdviserStanding', {
  description: '社区首席顾问的情况',
  values: Object.fromEntries(standings.map((it) => [it, { value: it, description: standingLabels[it] }])),
})

/** No row's id; asking for it with the others keeps the page at one statement. */
const nobody = '00000000-0000-0000-0000-000000000000'

const LineRef = builder.objectRef<DeskLine>('DeskLine').implement({
  description: '结对工作台上的一个社区',
  fields: (t) => ({
    community: t.prismaField({
      type: 'Community',
      resolve: (query, { communityCode }) =>
        db.community.findUniqueOrThrow({ ...query, where: { code: communityCode } }),
    }),
    standing: t.field({ type: StandingEnum, resolve: ({ standing }) => standing }),
    standingLabel: t.string({ resolve: ({ standing }) => standingLabels[standing] }),
    lead: t.prismaField({
      type: 'Pairing',
      nullable: true,
      description: '在任的首席顾问',
      resolve: (query, { leadId }) => db.pairing.findUnique({ ...query, where: { id: leadId ?? nobody } }),
    }),
    next: t.prismaField({
      type: 'Pairing',
      nullable: true,
      description: '拟聘或待履职的首席顾问',
      resolve: (query, { nextId }) => db.pairing.findUnique({ ...query, where: { id: nextId ?? nobody } }),
    }),
    vacantSince: t.field({ type: 'Date', nullable: true, resolve: ({ vacantSince }) => vacantSince }),
  }),
})

const CountRef = builder.objectRef<{ standing: (typeof standings)[number]; count: number }>('StandingCount').implement({
  fields: (t) => ({
    standing: t.field({ type: StandingEnum, resolve: ({ standing }) => standing }),
    label: t.string({ resolve: ({ standing }) => standingLabels[standing] }),
    count: t.exposeInt('count'),
  }),
})

const DeskRef = builder.objectRef<Desk>('PairingDesk').implement({
  description: '结对工作台：按轻重缓急排列的社区',
  fields: (t) => ({
    nodes: t.field({ type: [LineRef], resolve: ({ lines }) => lines() }),
    counts: t.field({
      type: [CountRef],
      description: '各种情况的社区数',
      resolve: async ({ counts }) => {
        const counted = await counts()
        return standings.map((standing) => ({ standing, count: counted.get(standing) ?? 0 }))
      },
    }),
    totalCount: t.int({ resolve: ({ total }) => total() }),
  }),
})

const DeskFilterInput = builder.inputType('PairingDeskFilter', {
  fields: (t) => ({
    standings: t.field({ type: [StandingEnum] }),
    placeCode: t.string({ description: '街道的区划代码' }),
    search: t.string({ description: '社区名称、拼音首字母' }),
  }),
})

const GroundRef = builder.objectRef<{ code: string; label: string }>('TerminationGround').implement({
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})

const DefaultsRef = builder.objectRef<{ divisionCode: string }>('PairingDefaults').implement({
  description: '办理结对时预填的值与可选的项',
  fields: (t) => {
    const setting = (
      key:
        | 'termYears'
        | 'maxTermYears'
        | 'visitsPerMonth'
        | 'pairingUndoHours'
        | 'pairingExpiringDays'
        | 'rotationTerms',
    ) => t.int({ resolve: async ({ divisionCode }) => (await settingsOf(divisionCode))[key] })
    return {
      today: t.field({ type: 'Date', resolve: () => midnightUtc(today()) }),
      nextMonth: t.field({
        type: 'Date',
        description: '下月首日',
        resolve: () => midnightUtc(addMonths(`${monthOf(today())}-01`, 1)),
      }),
      expiringBefore: t.field({
        type: 'Date',
        description: '早于这一天届满的列为即将到期',
        resolve: async ({ divisionCode }) =>
          midnightUtc(addDays(today(), (await settingsOf(divisionCode)).pairingExpiringDays)),
      }),
      termYears: setting('termYears'),
      maxTermYears: setting('maxTermYears'),
      visitsPerMonth: setting('visitsPerMonth'),
      undoHours: setting('pairingUndoHours'),
      expiringDays: setting('pairingExpiringDays'),
      rotationTerms: setting('rotationTerms'),
      grounds: t.field({
        type: [GroundRef],
        description: '解聘事由',
        resolve: ({ divisionCode }) => optionsIn('TERMINATION_GROUND', divisionCode),
      }),
      streets: t.prismaField({
        type: ['Street'],
        description: '可筛选的街道',
        resolve: (query, { divisionCode }) =>
          db.street.findMany({
            ...query,
            where: { code: { startsWith: divisionCode } },
            orderBy: { code: 'asc' },
            take: 500,
          }),
      }),
    }
  },
})

builder.queryFields((t) => ({
  pairingDesk: t.field({
    type: DeskRef,
    description: '结对工作台',
    authScopes: { may: 'pairing:write' },
    args: {
      filter: t.arg({ type: DeskFilterInput }),
      first: t.arg.int({ defaultValue: 50 }),
      offset: t.arg.int({ defaultValue: 0 }),
    },
    resolve: (_root, args, context) => {
      const page = { first: args.first ?? 50, offset: args.offset ?? 0 }
      return openDesk(viewerOf(context), args.filter ?? {}, page)
    },
  }),
  pairingDefaults: t.field({
    type: DefaultsRef,
    description: '办理结对时预填的值',
    authScopes: { may: 'pairing:read' },
    resolve: (_root, _args, context) => ({ divisionCode: viewerOf(context).divisionCode }),
  }),
}))
