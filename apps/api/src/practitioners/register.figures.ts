import { Prisma } from '@sitai/db/client'
import { labelOf, practitionerKinds, sanctionKinds } from '@sitai/rules/dictionaries'
import { PARTY_STATUSES } from '@sitai/rules/overview'
import { codeWithin } from '../access/place.ts'
import { literals, labelCase } from '../data/sql.ts'
import type { FactRequest, FactSource, FigureArea } from '../figures/area.ts'

/** Facts of people at firms: those of the scope's place and firm. */
const ofScope = ({ scope }: FactRequest) => Prisma.sql`
  ${codeWithin('coalesce(f.street_code, f.division_code)', scope.place)}
  and ${scope.firmId === null ? Prisma.sql`true` : Prisma.sql`f.id = ${scope.firmId}::uuid`}`

const kindWords = labelCase('p.kind', practitionerKinds)

const person = Prisma.sql`
  coalesce(f.street_code, f.division_code) as place_code, f.id as firm_id, p.id as practitioner_id,
  'Practitioner' as node_type, p.id::text as node_id, p.kind::text as kind,
  p.political_status in (${literals(PARTY_STATUSES)}) as is_party`

/** Who practises at a firm on the last day of a span, by the memberships. */
const people: FactSource = (request) => Prisma.sql`
  select span.key, m.id::text as fact_id, ${person}, m.valid_from as happened_on, ${kindWords} as what
    from ${request.spans} span
    join firm_membership m on m.valid_from <= span.until_day and (m.valid_to is null or span.until_day < m.valid_to)
    join firm f on f.id = m.firm_id
    join practitioner p on p.id = m.practitioner_id
   where ${ofScope(request)}`

/** Firms at which somebody practises on the last day of a span. */
const firms: FactSource = (request) => Prisma.sql`
  select span.key, f.id::text as fact_id, coalesce(f.street_code, f.division_code) as place_code, f.id as firm_id,
         null::uuid as practitioner_id, 'Firm' as node_type, f.id::text as node_id, f.set_up_on as happened_on,
         here.count || '人执业' as what, f.kind::text as kind
    from ${request.spans} span
   cross join firm f
   cross join lateral (
     select count(*) from firm_membership m
      where m.firm_id = f.id and m.valid_from <= span.until_day and (m.valid_to is null or span.until_day < m.valid_to)) here
   where here.count > 0 and ${ofScope(request)}`

/** Beginnings and ends of memberships within a span. */
const moves: FactSource = (request) => Prisma.sql`
  select span.key, m.id || move.kind as fact_id, ${person}, move.on_day as happened_on, move.kind as move,
         ${kindWords} || case move.kind when 'JOINED' then '到所' else '离所' end as what
    from firm_membership m
   cross join lateral (values ('JOINED', m.valid_from), ('LEFT', m.valid_to)) move (kind, on_day)
    join ${request.spans} span on move.on_day between span.from_day and span.until_day
    join firm f on f.id = m.firm_id
    join practitioner p on p.id = m.practitioner_id
   where ${ofScope(request)}`

/** Penalties and discipline that begin within a span, with the firm of that day. */
const sanctions: FactSource = (request) => Prisma.sql`
  select span.key, s.id::text as fact_id, ${person}, s.valid_from as happened_on,
         ${labelCase('s.kind', sanctionKinds)} as what
    from sanction s
    join ${request.spans} span on s.valid_from between span.from_day and span.until_day
    join practitioner p on p.id = s.practitioner_id
    join firm f on f.id = coalesce(firm_on(p.id, s.valid_from), p.firm_id)
   where ${ofScope(request)}`

const day = '期末日（本期未结束的为今天）'
const workers = labelOf(practitionerKinds, 'GRASSROOTS_WORKER')

/** 名册: how many practise where, who came and went. */
export const registerFigures: FigureArea = {
  code: 'register',
  label: '执业队伍',
  act: 'overview:read',
  sources: { people, firms, moves, sanctions },
  figures: [
    {
      code: 'PEOPLE',
      label: '在所执业人员',
      unit: '人',
      definition: `${day}在本地机构执业的人员，以执业经历为准；停止执业未离所的计入。`,
      source: 'people',
    },
    {
      code: 'LAWYERS',
      label: '律师',
      unit: '人',
      definition: `在所执业人员中，执业类别不是${workers}的。执业类别按现在的登记。`,
      source: 'people',
      where: Prisma.sql`fact.kind <> 'GRASSROOTS_WORKER'`,
    },
    {
      code: 'PARTY',
      label: '中共党员',
      unit: '人',
      definition: '在所执业人员中的中共党员（含预备党员）。政治面貌按现在的登记。',
      source: 'people',
      where: Prisma.sql`fact.is_party`,
    },
    {
      code: 'FIRMS',
      label: '有人执业的机构',
      unit: '家',
      definition: `${day}至少有一人执业的机构，以执业经历为准。`,
      source: 'firms',
    },
    {
      code: 'JOINED',
      label: '到所',
      unit: '人次',
      definition: '执业经历自本期内开始的；转所的在新机构计一次。',
      source: 'moves',
      where: Prisma.sql`fact.move = 'JOINED'`,
    },
    {
      code: 'LEFT',
      label: '离所',
      unit: '人次',
      definition: '执业经历在本期内结束的；转所的在原机构计一次。',
      source: 'moves',
      where: Prisma.sql`fact.move = 'LEFT'`,
    },
    {
      code: 'SANCTIONS',
      label: '惩戒',
      unit: '件',
      definition: '本期内开始的行政处罚、行业处分、通报，归当日所在机构。',
      source: 'sanctions',
    },
  ],
}
