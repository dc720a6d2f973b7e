import type pg from 'pg'

import { ADVISERS, DISTRICT, hashOf, NOW, tokenOf } from '../fixed.ts'

/** The firm with most communities and those who advise most; ties by id. */
const people = `
  SELECT 'firm' AS what, p.firm_id AS id, count(*) AS held
    FROM pairing q JOIN practitioner p ON p.id = q.practitioner_id
   WHERE q.status = 'ACTIVE' AND p.division_code = '${DISTRICT}' GROUP BY 2
  UNION ALL
  SELECT 'adviser', p.id, count(*)
    FROM pairing q JOIN practitioner p ON p.id = q.practitioner_id
   WHERE q.status = 'ACTIVE' AND p.division_code = '${DISTRICT}' AND q.community_code LIKE '${DISTRICT}%' GROUP BY 2
   ORDER BY 3 DESC, 2`

/** One account, grant and session. $1 who, $2 role, $3 firm, $4 person, $5 the token's hash, $6 the place. */
const signIn = `
  WITH a AS (
    INSERT INTO account (id, user_name, password_hash, display_name, must_change_password, division_code, practitioner_id)
    VALUES (gen_random_uuid(), $1, '', '演示账号', false, $6, $4) RETURNING id),
  g AS (
    INSERT INTO "grant" (id, account_id, role, division_code, firm_id, valid_from)
    SELECT gen_random_uuid(), id, $2::role, $6, $3, '2026-01-01' FROM a RETURNING id, account_id)
  INSERT INTO session (id, token_hash, account_id, grant_id, created_at, last_seen_at, expires_at)
  SELECT gen_random_uuid(), $5, account_id, id, '${NOW}', '${NOW}', '2036-01-01' FROM g`

/** Makes everybody who signs in, anew. `db` is the owner's, with triggers off. */
export async function makeSignIns(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ what: string; id: string }>(people)
  const idsOf = (what: string) => rows.filter((row) => row.what === what).map(({ id }) => id)
  await db.query('DELETE FROM session; DELETE FROM "grant"; DELETE FROM account')
  const make = (who: Parameters<typeof tokenOf>[0], role: string, { firm = '', person = '', place = DISTRICT }) =>
    db.query(signIn, [who, role, firm || null, person || null, hashOf(tokenOf(who)), place])
  await make('admin', 'BUREAU_ADMIN', {})
  await make('leader', 'LEADER', {})
  await make('cityAdmin', 'BUREAU_ADMIN', { place: DISTRICT.slice(0, 4) })
  await make('cityLeader', 'LEADER', { place: DISTRICT.slice(0, 4) })
  await make('firm', 'FIRM_ADMIN', { firm: idsOf('firm')[0] ?? '' })
  for (const [no, person] of idsOf('adviser').slice(0, ADVISERS).entries()) {
    await make(`adviser${no}`, 'LAWYER', { person })
  }
}
