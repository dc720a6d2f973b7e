import type pg from 'pg'

import { NOW } from '../fixed.ts'

/** Who asks, as `session` answers. */
export interface Viewer {
  readonly account: string
  readonly name: string
  readonly person: string | null
  readonly grant: string
  readonly role: string
  readonly firm: string | null
  readonly place: string
}

export interface VisitLog {
  readonly key: string
  readonly pairing: string
  readonly day: string
  readonly begins: string
  readonly ends: string
}

export interface NewPairing {
  readonly community: string
  readonly person: string
  readonly from: string
  readonly to: string
}

const setWriter = `SELECT set_config('sitai.viewer', $1, true)`

const takeKey = `
  INSERT INTO idempotency_key (account_id, key, act, input_hash, result_id) VALUES ($1, $2, 'logService', '', '')
  ON CONFLICT DO NOTHING RETURNING key`

/** The pairing must be the adviser's own and not rest on that day; the codes must be in the dictionary. */
const insertVisit = `
  INSERT INTO visit (id, pairing_id, community_code, practitioner_id, firm_id, starts_at, ends_at, planned_on, status,
                     checked_in_at, checked_out_at, check_in_method, minutes, doubts)
  SELECT gen_random_uuid(), p.id, p.community_code, p.practitioner_id, p.firm_id_at_start, $3, $4, $5, 'COMPLETED', $3, $4,
         'MANUAL', round(extract(epoch FROM $4::timestamptz - $3::timestamptz) / 60), '{驻点为事后手工补记}'
    FROM pairing p
   WHERE p.id = $1 AND p.practitioner_id = $2
     AND NOT EXISTS (SELECT FROM pairing_pause x WHERE x.pairing_id = p.id AND x.valid_from <= $5
                        AND (x.valid_to IS NULL OR $5 < x.valid_to))
     AND EXISTS (SELECT FROM dict_item WHERE kind = 'SERVICE_TYPE' AND code = 'CONSULTATION' AND active)
     AND EXISTS (SELECT FROM dict_item WHERE kind = 'TOPIC' AND code = 'LABOUR' AND active)
  RETURNING id, community_code AS community, practitioner_id AS person, firm_id AS firm`

const insertLog = `
  INSERT INTO service_log (id, pairing_id, visit_id, community_code, practitioner_id, firm_id, type_code, topic_code,
                           occurred_on, persons, content, status, submitted_at)
  VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'CONSULTATION', 'LABOUR', $6, 3, $7, 'SUBMITTED', '${NOW}')
  RETURNING id`

const keepResult = `UPDATE idempotency_key SET result_id = $3 WHERE account_id = $1 AND key = $2`

const insertPairing = `
  INSERT INTO pairing (id, community_code, practitioner_id, firm_id_at_start, seat, status, term_from, term_to, ends_on,
                       visits_per_month)
  SELECT gen_random_uuid(), c.code, p.id, p.firm_id, 'ASSISTANT', 'PROPOSED', $3, $4, $4, 1
    FROM practitioner p, community c
   WHERE c.code = $1 AND p.id = $2 AND left(c.code, length($5)) = $5 AND p.division_code = $5
  RETURNING status, community_code AS "communityCode"`

export const words = '为居民解答劳动合同与工伤赔偿方面的法律问题。'

/** One transaction in which the database knows the writer, for its audit lines. */
async function writing<T>(pool: pg.Pool, viewer: Viewer, act: string, fn: (db: pg.PoolClient) => Promise<T>) {
  const db = await pool.connect()
  try {
    await db.query('BEGIN')
    await db.query({ name: 'writer', text: setWriter, values: [writerOf(viewer, act)] })
    const result = await fn(db)
    await db.query('COMMIT')
    return result
  } catch (error) {
    await db.query('ROLLBACK')
    throw error
  } finally {
    db.release()
  }
}

function writerOf({ account, grant, name, role, place }: Viewer, act: string): string {
  const face = { accountId: account, grantId: grant, actorName: name, role, divisionCode: place }
  return JSON.stringify({ ...face, act, requestId: '', ip: null, reason: null })
}

/** Enters a visit that took place and its log, once for each key. */
export async function logVisit(pool: pg.Pool, viewer: Viewer, { key, pairing, day, begins, ends }: VisitLog) {
  return writing(pool, viewer, 'logService', async (db) => {
    const taken = await db.query({ name: 'takeKey', text: takeKey, values: [viewer.account, key] })
    if (taken.rowCount === 0) throw new Error('This key was used before.')
    const times = [new Date(begins), new Date(ends), day]
    const made = await db.query<{ id: string; community: string; person: string; firm: string }>({
      name: 'insertVisit',
      text: insertVisit,
      values: [pairing, viewer.person, ...times],
    })
    const visit = made.rows[0]
    if (!visit) throw new Error('This visit may not be entered.')
    const log = await db.query<{ id: string }>({
      name: 'insertLog',
      text: insertLog,
      values: [pairing, visit.id, visit.community, visit.person, visit.firm, day, words],
    })
    await db.query({ name: 'keepResult', text: keepResult, values: [viewer.account, key, log.rows[0]?.id] })
    return { status: 'SUBMITTED', occurredOn: day }
  })
}

/** Proposes an assistant; the trigger of the table judges person, community and capacity. */
export async function createPairing(pool: pg.Pool, viewer: Viewer, { community, person, from, to }: NewPairing) {
  return writing(pool, viewer, 'proposePairing', async (db) => {
    const values = [community, person, from, to, viewer.place]
    const { rows } = await db.query({ name: 'insertPairing', text: insertPairing, values })
    if (!rows[0]) throw new Error('This pairing may not be made.')
    return { status: 'PROPOSED', termFrom: from }
  })
}
