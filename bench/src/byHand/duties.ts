import { MONTH, TODAY } from '../fixed.ts'

const from = `date '${MONTH}-01'`
const to = `(${from} + interval '1 month')::date`
const today = `date '${TODAY}'`

/**
 * What is owed in the month by the pairings of `whose` (BR-12), those in trouble first. `place` is a condition on the
 * community's code. The month is running, so nothing is red yet.
 */
export function duties(whose: string, place: string): string {
  return `
  SELECT json_build_object('totalCount', count(*), 'nodes', coalesce(json_agg(json_build_object(
           'pairingId', d.id, 'communityCode', d.community_code, 'communityName', d.community, 'streetName', d.street,
           'practitionerId', d.practitioner_id, 'practitionerName', d.person, 'firmName', d.firm,
           'isLead', d.seat = 'LEAD', 'isPaused', d.paused, 'status', d.status, 'required', d.visits_per_month,
           'kept', d.kept, 'planned', d.planned, 'nextStartsAt', d.next, 'lastKeptOn', d.last)
           ORDER BY array_position(ARRAY['RED', 'YELLOW', 'DUE', 'MET', 'NOT_DUE'], d.status), d.street,
                    d.community_code, d.id), '[]')) AS answer
    FROM (
      SELECT p.id, p.community_code, p.practitioner_id, p.seat, p.visits_per_month, c.name AS community, s.name AS street, pr.name AS person, f.name AS firm,
             v.kept, v.planned, v.next, v.last, x.paused,
             CASE WHEN x.paused OR p.status = 'CONFIRMED' OR p.term_from > ${today} OR p.ends_on <= ${today}
                       OR p.term_from > ${from} + 14 THEN 'NOT_DUE'
                  WHEN v.kept >= p.visits_per_month THEN 'MET'
                  WHEN extract(day FROM ${today}) >= 25 THEN 'YELLOW' ELSE 'DUE' END AS status
        FROM pairing p
        JOIN community c ON c.code = p.community_code
        JOIN street s ON s.code = c.street_code
        JOIN practitioner pr ON pr.id = p.practitioner_id
        LEFT JOIN firm f ON f.id = pr.firm_id
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE status IN ('COMPLETED', 'CONFIRMED')) AS kept,
                 count(*) FILTER (WHERE status IN ('PLANNED', 'CHECKED_IN')) AS planned,
                 min(starts_at) FILTER (WHERE status IN ('PLANNED', 'CHECKED_IN')) AS next,
                 max(planned_on) FILTER (WHERE status IN ('COMPLETED', 'CONFIRMED')) AS last
            FROM visit WHERE pairing_id = p.id AND planned_on >= ${from} AND planned_on < ${to}) v
        CROSS JOIN LATERAL (
          SELECT EXISTS (SELECT FROM pairing_pause WHERE pairing_id = p.id AND valid_from <= ${today}
                            AND (valid_to IS NULL OR ${today} < valid_to)) AS paused) x
       WHERE ${whose} AND ${place} AND p.term_from < ${to} AND p.ends_on > ${from}
         AND p.status IN ('CONFIRMED', 'ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED')
       LIMIT 100) d`
}

const inPlace = 'left(p.community_code, length($1)) = $1'

export const firmDuties = duties(
  'p.practitioner_id = ANY (ARRAY(SELECT id FROM practitioner WHERE firm_id = $2))',
  inPlace,
)
export const adviserDuties = duties('p.practitioner_id = $2', inPlace)
