/*
 * Lists and single things as one would write them by hand for a district's bureau: one statement each, the JSON made by
 * PostgreSQL, the district ($1) in every WHERE. Conditions are written so that the plan for any values, which a prepared
 * statement keeps, is the good one: equality where an index should be used, left() where it should not.
 */

const pairingsOf = `
  (SELECT coalesce(json_agg(json_build_object('id', q.id, 'seat', q.seat, 'status', q.status, 'termFrom', q.term_from,
            'termTo', q.term_to, 'community', json_build_object('code', c.code, 'name', c.name))
            ORDER BY q.term_from DESC, q.id), '[]')
     FROM pairing q JOIN community c ON c.code = q.community_code
    WHERE q.practitioner_id = p.id AND left(q.community_code, length($1)) = $1)`

/** 50 people with their firm, their pairings and the communities of these. */
export const lawyersPage = `
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'licenceNo', p.licence_no,
           'status', p.status, 'politicalStatus', p.political_status, 'phoneMasked', p.phone_masked,
           'capacity', p.capacity,
           'firm', CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name) END,
           'pairings', ${pairingsOf}) ORDER BY p.pinyin, p.id), '[]') AS answer
    FROM (SELECT * FROM practitioner WHERE division_code = $1
           ORDER BY pinyin, id LIMIT 50) p
    LEFT JOIN firm f ON f.id = p.firm_id`

/** One person ($3) with everything of the page. */
export const lawyerById = `
  SELECT json_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'licenceNo', p.licence_no, 'status', p.status,
           'gender', p.gender, 'birthYear', p.birth_year, 'phoneMasked', p.phone_masked,
           'firm', CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('id', f.id, 'name', f.name) END,
           'specialties', (SELECT coalesce(json_agg(json_build_object('topicCode', topic_code, 'level', level)
                             ORDER BY level DESC, topic_code), '[]')
                             FROM practitioner_specialty WHERE practitioner_id = p.id),
           'memberships', (SELECT coalesce(json_agg(json_build_object('validFrom', m.valid_from, 'validTo', m.valid_to,
                             'firm', json_build_object('name', x.name)) ORDER BY m.valid_from DESC), '[]')
                             FROM firm_membership m JOIN firm x ON x.id = m.firm_id WHERE m.practitioner_id = p.id),
           'assessments', (SELECT coalesce(json_agg(json_build_object('year', year, 'result', result)
                             ORDER BY year DESC), '[]') FROM annual_assessment WHERE practitioner_id = p.id),
           'pairings', ${pairingsOf}) AS answer
    FROM practitioner p LEFT JOIN firm f ON f.id = p.firm_id
   WHERE p.id = $2 AND p.division_code = $1`

/** Whom the beginning of the pinyin or its initials, the licence number or a part of the name finds. */
export const searchWhere = (place: string, plain: string, licence: string, part: string) => `
  ${place} AND (pinyin LIKE ${plain} OR initials LIKE ${plain} OR licence_no LIKE ${licence} OR name LIKE ${part})`

export const search = `
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'licenceNo', p.licence_no,
           'firm', CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object('name', f.name) END)
           ORDER BY p.pinyin, p.id), '[]') AS answer
    FROM (SELECT * FROM practitioner
           WHERE ${searchWhere('division_code = $1', '$2', '$3', '$4')}
           ORDER BY pinyin, id LIMIT 20) p
    LEFT JOIN firm f ON f.id = p.firm_id`
