import { AccountStatus, Role } from '@sitai/db/client'
import { z } from 'zod'
import { askPrepared } from '../db.ts'

export type SessionKey = { readonly tokenHash: string } | { readonly id: string }

/** A session with all that decides whether it counts, as one prepared statement: it is sent at every request. */
export async function sessionOf(key: SessionKey, at: Date): Promise<SessionRow | null> {
  const [text, value] = 'id' in key ? [byId, key.id] : [byToken, key.tokenHash]
  const [row] = await askPrepared<{ session: unknown }>({ text, values: [at.toISOString(), value] })
  return row ? rowSchema.parse(row.session) : null
}

/** $1 is the instant that grants are judged at, $2 the key. Settings are those of all the grants' places and above. */
const statement = (where: string) => `
  SELECT json_build_object(
    'snapshot', pg_current_snapshot(), 'id', s.id, 'grantId', s.grant_id, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at,
    'isEnded', s.ended_at IS NOT NULL,
    'account', json_build_object('id', a.id, 'userName', a.user_name, 'displayName', a.display_name,
      'divisionCode', a.division_code, 'practitionerId', a.practitioner_id, 'status', a.status,
      'mustChangePassword', a.must_change_password, 'passwordChangedAt', a.password_changed_at),
    'grants', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'divisionCode', g.division_code,
        'firmId', g.firm_id) ORDER BY g.created_at), '[]')
      FROM "grant" g
     WHERE g.account_id = a.id AND g.valid_from <= $1 AND (g.valid_to IS NULL OR g.valid_to > $1)),
    'settings', (SELECT coalesce(json_agg(json_build_object('divisionCode', x.division_code, 'key', x.key,
        'value', x.value) ORDER BY x.division_code), '[]')
      FROM setting x
     WHERE EXISTS (SELECT FROM "grant" g WHERE g.account_id = a.id AND starts_with(g.division_code, x.division_code)))) AS session
    FROM session s JOIN account a ON a.id = s.account_id
   WHERE ${where}`

const byToken = statement('s.token_hash = $2')
const byId = statement('s.id = $2')

const instant = z.string().transform((text) => new Date(text))

const rowSchema = z.object({
  /** Names what this statement saw of the whole database: the same name, the same data. */
  snapshot: z.string(),
  id: z.string(),
  grantId: z.string().nullable(),
  lastSeenAt: instant,
  expiresAt: instant,
  isEnded: z.boolean(),
  account: z.object({
    id: z.string(),
    userName: z.string(),
    displayName: z.string(),
    divisionCode: z.string(),
    practitionerId: z.string().nullable(),
    status: z.enum(AccountStatus),
    mustChangePassword: z.boolean(),
    passwordChangedAt: instant,
  }),
  grants: z.array(
    z.object({ id: z.string(), role: z.enum(Role), divisionCode: z.string(), firmId: z.string().nullable() }),
  ),
  settings: z.array(z.object({ divisionCode: z.string(), key: z.string(), value: z.unknown() })),
})

type SessionRow = z.infer<typeof rowSchema>
