import { today } from '../time/clock.ts'
import type { Tx } from '../acts/write.ts'

/** What a day's tidying changed. */
export interface Tidied {
  readonly closed: number
  readonly begun: number
  readonly lapsed: number
}

/**
 * Brings the states of the pairings to the day: what has run out is ended, dismissed or renewed as was agreed, what
 * begins is in force, what was never put in force lapses. Each step is one statement; run again it changes nothing.
 * Whose person or firm may not practise is not put in force: it stays confirmed and shows on the desk.
 */
export async function tidyPairings(tx: Tx): Promise<Tidied> {
  const day = today()
  await tx.$executeRaw`
    UPDATE pairing_pause s SET valid_to = p.ends_on FROM pairing p
     WHERE p.id = s.pairing_id AND s.valid_to IS NULL AND p.status = 'PAUSED' AND p.ends_on <= ${day}::date
       AND s.valid_from < p.ends_on`
  const closed = await tx.$executeRaw`
    UPDATE pairing p SET status = CASE
        WHEN p.end_ground IS NOT NULL THEN 'TERMINATED'
        WHEN p.status = 'ACTIVE' AND EXISTS (
          SELECT FROM pairing s WHERE s.predecessor_id = p.id AND s.status <> 'REJECTED') THEN 'RENEWED'
        ELSE 'ENDED' END::pairing_status
     WHERE p.status IN ('ACTIVE', 'PAUSED') AND p.ends_on <= ${day}::date`
  const lapsed = await tx.$executeRaw`
    UPDATE pairing SET status = 'REJECTED', end_note = '聘期已过，未履职'
     WHERE status IN ('PROPOSED', 'CONFIRMED') AND ends_on <= ${day}::date`
  const begun = await tx.$executeRaw`
    UPDATE pairing q SET status = 'ACTIVE'
      FROM practitioner p JOIN firm f ON f.id = p.firm_id
     WHERE p.id = q.practitioner_id AND p.status = 'ACTIVE' AND f.status = 'ACTIVE'
       AND q.status = 'CONFIRMED' AND q.term_from <= ${day}::date`
  return { closed, begun, lapsed }
}
