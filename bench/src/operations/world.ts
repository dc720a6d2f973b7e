import { DISTRICT } from '../fixed.ts'
import { once } from '../dataset/load.ts'
import type { Person, World } from './operation.ts'

/** Looks up in a loaded database what the operations name. */
export async function openWorld(url: string): Promise<World> {
  return once(url, async (db) => {
    const ids = async (sql: string) => (await db.query<{ id: string }>(sql)).rows.map(({ id }) => id)
    const [firm = ''] = await ids(`SELECT firm_id AS id FROM "grant" WHERE firm_id IS NOT NULL`)
    const advisers = await db.query<Person>(`
      SELECT DISTINCT ON (substr(a.user_name, 8)::int) p.id, q.id AS pairing, q.community_code AS community, p.firm_id AS firm
        FROM account a JOIN practitioner p ON p.id = a.practitioner_id
        JOIN pairing q ON q.practitioner_id = p.id AND q.status = 'ACTIVE'
       ORDER BY substr(a.user_name, 8)::int, q.id`)
    const free = await db.query<{ id: string; firm: string }>(`
      SELECT id, firm_id AS firm FROM practitioner p
       WHERE division_code = '${DISTRICT}' AND NOT EXISTS (SELECT FROM pairing WHERE practitioner_id = p.id)
       ORDER BY id LIMIT 200`)
    return {
      firm,
      advisers: advisers.rows,
      people: await ids(
        `SELECT id FROM practitioner WHERE division_code = '${DISTRICT}' ORDER BY md5(id::text) LIMIT 256`,
      ),
      free: free.rows,
      communities: await ids(`
        SELECT code AS id FROM community WHERE code LIKE '${DISTRICT}%' ORDER BY code LIMIT 256`),
    }
  })
}
