import { assessmentResults, labelOf, sanctionKinds } from '@sitai/rules/dictionaries'
import { practitionerMachine } from '@sitai/rules/machines'
import { Prisma } from '@sitai/db/client'
import { pairingEvents } from '../pairings/pairing.timeline.ts'
import { registered, statusChanges, told, type TimelineEvent } from '../timeline/timeline.ts'

/** The story of a practitioner: licence, firms, assessments, sanctions, pairings, states. */
export function practitionerTimeline(id: string): Promise<TimelineEvent[]> {
  const self = Prisma.sql`practitioner WHERE id = ${id}::uuid`
  const own = Prisma.sql`practitioner_id = ${id}::uuid`
  const memberships = Prisma.sql`firm_membership m JOIN firm f ON f.id = m.firm_id WHERE m.${own}`
  return told([
    ...pairingEvents(Prisma.sql`p.practitioner_id = ${id}::uuid`, Prisma.sql`c.name`),
    {
      kind: 'LICENSED',
      rows: Prisma.sql`SELECT first_licensed_on, NULL, NULL, NULL FROM ${self} AND first_licensed_on IS NOT NULL`,
      title: () => '首次执业',
    },
    registered(self),
    {
      kind: 'JOINED',
      rows: Prisma.sql`SELECT m.valid_from, f.name, NULL, NULL FROM ${memberships}`,
      title: ({ what }) => `到 ${what} 执业`,
    },
    {
      kind: 'LEFT',
      rows: Prisma.sql`SELECT m.valid_to, f.name, NULL, NULL FROM ${memberships} AND m.valid_to IS NOT NULL`,
      title: ({ what }) => `离开 ${what}`,
    },
    {
      kind: 'ASSESSED',
      rows: Prisma.sql`SELECT created_at, year::text, result::text, NULL FROM annual_assessment WHERE ${own}`,
      title: ({ what, how }) => `登记 ${what} 年度考核：${labelOf(assessmentResults, how ?? '')}`,
    },
    {
      kind: 'SANCTIONED',
      rows: Prisma.sql`
        SELECT valid_from, NULL, kind::text, concat_ws('，', reason, document_no) FROM sanction WHERE ${own}`,
      title: ({ how }) => labelOf(sanctionKinds, how ?? ''),
    },
    {
      kind: 'SANCTION_ENDED',
      rows: Prisma.sql`SELECT valid_to, NULL, kind::text, NULL FROM sanction WHERE ${own} AND valid_to IS NOT NULL`,
      title: ({ how }) => `${labelOf(sanctionKinds, how ?? '')}期满或解除`,
    },
    statusChanges('practitioner', id, practitionerMachine.labels),
  ])
}
