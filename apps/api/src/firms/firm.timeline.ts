import { firmInspectionResults, labelOf } from '@sitai/rules/dictionaries'
import { firmMachine } from '@sitai/rules/machines'
import { Prisma } from '@sitai/db/client'
import { registered, statusChanges, told, type TimelineEvent, type TimelineSource } from '../timeline/timeline.ts'

/** The story of a firm. Its people and why its state changed are told to `insiders` only. */
export function firmTimeline(id: string, insiders: boolean): Promise<TimelineEvent[]> {
  const self = Prisma.sql`firm WHERE id = ${id}::uuid`
  return told([
    {
      kind: 'SET_UP',
      rows: Prisma.sql`SELECT set_up_on, NULL, NULL, NULL FROM ${self} AND set_up_on IS NOT NULL`,
      title: () => '机构设立',
    },
    registered(self),
    {
      kind: 'INSPECTED',
      rows: Prisma.sql`
        SELECT created_at, year::text, result::text, NULL FROM firm_inspection WHERE firm_id = ${id}::uuid`,
      title: ({ what, how }) => `登记 ${what} 年度检查考核：${labelOf(firmInspectionResults, how ?? '')}`,
    },
    ...(insiders ? [...people(id), statusChanges('firm', id, firmMachine.labels)] : []),
  ])
}

function people(id: string): TimelineSource[] {
  const members = Prisma.sql`
    firm_membership m JOIN practitioner q ON q.id = m.practitioner_id WHERE m.firm_id = ${id}::uuid`
  return [
    {
      kind: 'MEMBER_JOINED',
      rows: Prisma.sql`SELECT m.valid_from, q.name, NULL, NULL FROM ${members}`,
      title: ({ what }) => `${what} 到所`,
    },
    {
      kind: 'MEMBER_LEFT',
      rows: Prisma.sql`SELECT m.valid_to, q.name, NULL, NULL FROM ${members} AND m.valid_to IS NOT NULL`,
      title: ({ what }) => `${what} 离所`,
    },
  ]
}
