import { Prisma } from '@sitai/db/client'
import type { DateRange, LocalDate } from '@sitai/rules/calendar'
import { lastDayOfTerm } from '@sitai/rules/pairing'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Tx } from '../acts/write.ts'

interface Holder {
  readonly name: string
  readonly batchId: string | null
  readonly termFrom: LocalDate
  readonly endsOn: LocalDate
}

/** Who leads a community within a term, if anyone: one quick statement on the index of BR-01. */
export async function leadWithin(communityCode: string, term: DateRange, tx: Tx = db): Promise<Holder | null> {
  const [holder] = await tx.$queryRaw<Holder[]>(Prisma.sql`
    SELECT p.name, q.batch_id::text AS "batchId", q.term_from::text AS "termFrom", q.ends_on::text AS "endsOn"
      FROM pairing q JOIN practitioner p ON p.id = q.practitioner_id
     WHERE q.community_code = ${communityCode} AND q.seat = 'LEAD' AND q.status <> 'REJECTED'
       AND daterange(q.term_from, q.ends_on) && daterange(${term.from}::date, ${term.to}::date)
     ORDER BY q.term_from LIMIT 1`)
  return holder ?? null
}

/** The Refusal that names who holds the lead and until when. */
export function leadTaken({ name, termFrom, endsOn }: Holder): Refusal {
  const until = lastDayOfTerm({ from: termFrom, to: endsOn })
  return new Refusal(
    'LEAD_TAKEN',
    `本社区的首席顾问是${name}（聘期 ${termFrom} 至 ${until}），与所选聘期重叠。请先解聘、替换，或改期。`,
    ['communityCode'],
  )
}

/**
 * Refuses a second lead early, without a lock, so that whoever comes late learns at once who was faster. The exclusion
 * constraint decides between those who come together; `explained` gives its losers the same sentence.
 */
export async function checkLeadFree(
  communityCode: string,
  term: DateRange,
  { tx = db, batchId = null }: { tx?: Tx; batchId?: string | null } = {},
): Promise<void> {
  const holder = await leadWithin(communityCode, term, tx)
  // One's own batch, sent again after a lost answer, is no rival.
  if (holder && (batchId === null || holder.batchId !== batchId)) throw leadTaken(holder)
}

/** Runs an act; where the constraint of BR-01 refuses it, the Refusal says who holds the lead. */
export async function explained<T>(communityCode: string, term: DateRange, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'LEAD_TAKEN') throw error
    const holder = await leadWithin(communityCode, term)
    throw holder ? leadTaken(holder) : error
  }
}
