/** Who asks, by the hash of the cookie's token ($1): one statement at every request, as a grant may change at once. */
export const session = `
  SELECT a.id AS account, a.display_name AS name, a.practitioner_id AS person, g.id AS "grant", g.role, g.firm_id AS firm,
         g.division_code AS place
    FROM session s JOIN account a ON a.id = s.account_id JOIN "grant" g ON g.id = s.grant_id
   WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > now() AND a.status = 'ACTIVE'
     AND (g.valid_to IS NULL OR g.valid_to > now())`
