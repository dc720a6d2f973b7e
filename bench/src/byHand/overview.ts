import { MONTH, TODAY } from '../fixed.ts'

/*
 * The leader's page in one statement over the facts themselves: each table is read once, aggregated by month, with and
 * without what came after the day of the month, and then put together for each span of the page.
 */

const month = `date '${MONTH}-01'`
const today = `date '${TODAY}'`
const before = (months: number) => `(${month} - interval '${months} months')::date`
const sameDay = (months: number) => `(${today} - interval '${months} months')::date`

/** Key, month and the day it is judged on; a running month is cut at today's day. */
const spans = `
  spans AS MATERIALIZED (
    SELECT * FROM (VALUES ('now', ${month}, ${today}, true), ('last', ${before(1)}, ${sameDay(1)}, true),
                          ('lastYear', ${before(12)}, ${sameDay(12)}, true),
                          ('${MONTH}', ${month}, ${today}, true)) AS t (key, month, until, running)
    UNION ALL
    SELECT to_char(m, 'YYYY-MM'), m::date, (m + interval '1 month')::date - 1, false
      FROM generate_series(${before(11)}, ${before(1)}, interval '1 month') m)`

const cut = `extract(day FROM %) <= extract(day FROM ${today})`
const upTo = (column: string) => cut.replace('%', column)

const facts = (place: (column: string) => string) => `
  kept AS MATERIALIZED (
    SELECT pairing_id, community_code, date_trunc('month', planned_on::timestamp)::date AS month,
           count(*) AS visits, count(*) FILTER (WHERE ${upTo('planned_on')}) AS cut_visits,
           coalesce(sum(minutes), 0) AS minutes,
           coalesce(sum(minutes) FILTER (WHERE ${upTo('planned_on')}), 0) AS cut_minutes
      FROM visit
     WHERE ${place('community_code')} AND status IN ('COMPLETED', 'CONFIRMED')
       AND planned_on BETWEEN ${before(12)} AND ${today}
     GROUP BY 1, 2, 3),
  logged AS MATERIALIZED (
    SELECT left(community_code, 9) AS street, date_trunc('month', occurred_on::timestamp)::date AS month,
           ${upTo('occurred_on')} AS early,
           sum(persons) FILTER (WHERE type_code = 'CONSULTATION') AS consultations,
           sum(sessions) FILTER (WHERE type_code = 'LECTURE') AS lectures,
           sum(persons) FILTER (WHERE type_code = 'LECTURE') AS audience,
           sum(items) FILTER (WHERE type_code = 'MEDIATION') AS mediations,
           count(rating) AS ratings, sum(rating) AS stars
      FROM service_log
     WHERE ${place('community_code')} AND status IN ('SUBMITTED', 'CONFIRMED', 'LOCKED')
       AND occurred_on BETWEEN ${before(12)} AND ${today}
     GROUP BY 1, 2, 3),
  owed AS MATERIALIZED (
    SELECT s.key, p.community_code,
           CASE WHEN CASE WHEN s.running THEN k.cut_visits ELSE k.visits END >= p.visits_per_month THEN 'MET'
                WHEN NOT s.running THEN 'RED' WHEN extract(day FROM s.until) >= 25 THEN 'YELLOW' ELSE 'DUE' END AS status
      FROM spans s
      JOIN pairing p ON p.term_from <= s.until AND s.until < p.ends_on AND p.term_from <= s.month + 14
       AND p.status IN ('ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED') AND ${place('p.community_code')}
      LEFT JOIN kept k ON k.pairing_id = p.id AND k.month = s.month
     WHERE NOT EXISTS (SELECT FROM pairing_pause x WHERE x.pairing_id = p.id AND x.valid_from <= s.until
                          AND (x.valid_to IS NULL OR s.until < x.valid_to))),
  late AS (
    SELECT key, community_code, bool_or(status = 'RED') AS red, bool_or(status = 'YELLOW') AS yellow
      FROM owed WHERE status IN ('RED', 'YELLOW') GROUP BY 1, 2),
  places AS MATERIALIZED (
    SELECT s.key, left(c.code, 9) AS street, count(*) AS communities, count(lead.party) AS covered,
           count(*) FILTER (WHERE lead.party) AS party,
           count(*) FILTER (WHERE lead.party IS NULL OR late.red) AS red,
           count(*) FILTER (WHERE lead.party IS NOT NULL AND NOT coalesce(late.red, false) AND late.yellow) AS yellow
      FROM spans s CROSS JOIN community c
      LEFT JOIN (
        SELECT z.key, p.community_code, bool_or(person.political_status IN ('PARTY_MEMBER', 'PROBATIONARY_MEMBER')) AS party
          FROM spans z
          JOIN pairing p ON p.term_from <= z.until AND z.until < p.ends_on AND p.seat = 'LEAD'
           AND p.status IN ('ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED') AND ${place('p.community_code')}
          JOIN practitioner person ON person.id = p.practitioner_id
         GROUP BY 1, 2) lead ON lead.key = s.key AND lead.community_code = c.code
      LEFT JOIN late ON late.key = s.key AND late.community_code = c.code
     WHERE c.status = 'ACTIVE' AND ${place('c.code')}
     GROUP BY 1, 2)`

const sums = `
  cells AS (
    SELECT key, street, communities, covered, communities - covered AS uncovered, party, red, yellow,
           0 AS due, 0 AS met, 0 AS visits, 0 AS minutes, 0 AS consultations, 0 AS lectures, 0 AS audience,
           0 AS mediations, 0 AS ratings, 0 AS stars FROM places
    UNION ALL
    SELECT key, left(community_code, 9), 0, 0, 0, 0, 0, 0, count(*), count(*) FILTER (WHERE status = 'MET'),
           0, 0, 0, 0, 0, 0, 0, 0 FROM owed GROUP BY 1, 2
    UNION ALL
    SELECT s.key, left(k.community_code, 9), 0, 0, 0, 0, 0, 0, 0, 0,
           sum(CASE WHEN s.running THEN k.cut_visits ELSE k.visits END),
           sum(CASE WHEN s.running THEN k.cut_minutes ELSE k.minutes END), 0, 0, 0, 0, 0, 0
      FROM spans s JOIN kept k ON k.month = s.month GROUP BY 1, 2
    UNION ALL
    SELECT s.key, l.street, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, l.consultations, l.lectures, l.audience, l.mediations,
           l.ratings, l.stars
      FROM spans s JOIN logged l ON l.month = s.month AND (l.early OR NOT s.running)),
  total AS (
    SELECT key, street, coalesce(sum(communities), 0) AS communities, coalesce(sum(covered), 0) AS covered,
           coalesce(sum(uncovered), 0) AS uncovered, coalesce(sum(party), 0) AS party, coalesce(sum(red), 0) AS red,
           coalesce(sum(yellow), 0) AS yellow, coalesce(sum(due), 0) AS due, coalesce(sum(met), 0) AS met,
           coalesce(sum(visits), 0) AS visits, coalesce(sum(minutes), 0) AS minutes,
           coalesce(sum(consultations), 0) AS consultations, coalesce(sum(lectures), 0) AS lectures,
           coalesce(sum(audience), 0) AS audience, coalesce(sum(mediations), 0) AS mediations,
           coalesce(sum(ratings), 0) AS ratings,
           CASE WHEN sum(ratings) >= 5 THEN sum(stars)::float8 / sum(ratings)::float8 END AS rating
      FROM cells GROUP BY GROUPING SETS ((key), (key, street)))`

const rate = (numerator: string, denominator: string) =>
  `json_build_object('numerator', ${numerator}, 'denominator', ${denominator}, 'value', ${numerator}::float8 / nullif(${denominator}, 0)::float8)`
const value = (numerator: string, denominator: string) =>
  `json_build_object('value', ${numerator}::float8 / nullif(${denominator}, 0)::float8)`

const numbers = `json_build_object('communities', communities, 'covered', covered, 'uncovered', uncovered,
  'partyLeads', party, 'monthsDue', due, 'monthsMet', met, 'visits', visits, 'minutes', minutes,
  'consultations', consultations, 'lectures', lectures, 'lectureAudience', audience, 'mediations', mediations,
  'ratings', ratings, 'rating', rating, 'redCommunities', red, 'yellowCommunities', yellow,
  'coverage', ${value('covered', 'communities')}, 'partyShare', ${value('party', 'covered')},
  'arrival', ${value('met', 'due')})`

const page = (place: (column: string) => string) => `
  SELECT json_build_object(
    'now', (SELECT json_build_object('numbers', ${numbers}) FROM total WHERE key = 'now' AND street IS NULL),
    'last', (SELECT json_build_object('numbers', ${numbers}) FROM total WHERE key = 'last' AND street IS NULL),
    'lastYear', (SELECT json_build_object('numbers', ${numbers}) FROM total WHERE key = 'lastYear' AND street IS NULL),
    'trend', (SELECT json_agg(json_build_object('month', key, 'numbers', json_build_object('minutes', minutes,
                'consultations', consultations, 'lectures', lectures, 'mediations', mediations,
                'arrival', ${rate('met', 'due')}, 'coverage', ${rate('covered', 'communities')})) ORDER BY key)
                FROM total WHERE street IS NULL AND key LIKE '2%'),
    'streets', (SELECT json_agg(json_build_object('code', s.code, 'name', s.name,
                  'now', json_build_object('communities', n.communities, 'covered', n.covered, 'uncovered', n.uncovered,
                    'monthsMet', n.met, 'monthsDue', n.due, 'minutes', n.minutes, 'consultations', n.consultations,
                    'lectures', n.lectures, 'mediations', n.mediations, 'redCommunities', n.red,
                    'yellowCommunities', n.yellow, 'arrival', ${value('n.met', 'n.due')}),
                  'last', json_build_object('arrival', ${value('l.met', 'l.due')})) ORDER BY s.code)
                  FROM street s LEFT JOIN total n ON n.key = 'now' AND n.street = s.code
                  LEFT JOIN total l ON l.key = 'last' AND l.street = s.code WHERE ${place('s.code')})) AS answer`

/** The page of a place; `place` makes the condition that a column's code lies in it. */
export function overviewOf(place: (column: string) => string): string {
  return `WITH ${spans}, ${facts(place)}, ${sums} ${page(place)}`
}

export const overview = overviewOf((column) => `${column} BETWEEN $1 AND rpad($1, 12, '9')`)
