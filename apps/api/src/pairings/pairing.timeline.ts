import { labelOf, seats } from '@sitai/rules/dictionaries'
import { pairingMachine } from '@sitai/rules/machines'
import { Prisma } from '@sitai/db/client'
import { labelSql } from '../dictionaries/inPlace.ts'
import type { TimelineSource } from '../timeline/timeline.ts'

const states: Readonly<Record<string, string>> = pairingMachine.labels

/** Why a pairing ended, in the words of the place. */
const ground = labelSql('TERMINATION_GROUND', Prisma.sql`c.code`, Prisma.sql`p.end_ground`)

/** Beginnings, ends and pauses of the pairings p, named by the other side: the community c or the practitioner q. */
export function pairingEvents(which: Prisma.Sql, name: Prisma.Sql): TimelineSource[] {
  const from = Prisma.sql`
    FROM pairing p JOIN community c ON c.code = p.community_code JOIN practitioner q ON q.id = p.practitioner_id`
  const begun = Prisma.sql`
    SELECT p.term_from, ${name}, p.seat::text, NULL ${from} WHERE ${which} AND p.status NOT IN ('PROPOSED', 'REJECTED')`
  return [
    {
      kind: 'PAIRED',
      rows: Prisma.sql`${begun} AND p.predecessor_id IS NULL`,
      title: ({ what, how }) => `与 ${what} 结对，任${labelOf(seats, how ?? '')}`,
    },
    {
      kind: 'RENEWED',
      rows: Prisma.sql`${begun} AND p.predecessor_id IS NOT NULL`,
      title: ({ what, how }) => `与 ${what} 续聘，任${labelOf(seats, how ?? '')}`,
    },
    {
      kind: 'PAIRING_ENDED',
      rows: Prisma.sql`
        SELECT p.ends_on, ${name}, p.status::text, coalesce(${ground}, p.end_ground)
          ${from} WHERE ${which} AND p.status IN ('ENDED', 'TERMINATED')`,
      title: ({ what, how }) => `与 ${what} 的结对${states[how ?? ''] ?? '结束'}`,
    },
    {
      kind: 'PAUSED',
      rows: Prisma.sql`
        SELECT s.valid_from, ${name}, NULL, s.reason ${from} JOIN pairing_pause s ON s.pairing_id = p.id WHERE ${which}`,
      title: ({ what }) => `与 ${what} 的结对暂停`,
    },
    {
      kind: 'RESUMED',
      rows: Prisma.sql`
        SELECT s.valid_to, ${name}, NULL, NULL ${from} JOIN pairing_pause s ON s.pairing_id = p.id
         WHERE ${which} AND s.valid_to IS NOT NULL`,
      title: ({ what }) => `与 ${what} 的结对恢复`,
    },
  ]
}
