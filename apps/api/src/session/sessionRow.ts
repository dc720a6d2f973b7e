import { AccountStatus, Role } from '@sitai/db/client'
import { z } from 'zod'
import { config } from '../config.ts'
import { askPrepared } from '../db.ts'
import { together } from '../together.ts'

export type SessionKey = { readonly tokenHash: string } | { readonly id: string }

/** A session with all that decides whether it counts, and the name of the state of the data it was read in. */
export interface Found {
  readonly snapshot: string
  readonly session: SessionRow | null
}

/** The session of this key. All that are asked for at once by tokens are one statement: it is sent at every request. */
export async function sessionOf(key: SessionKey): Promise<Found> {
  if ('tokenHash' in key) return (await byTokens(key.tokenHash)) ?? nothing
  const [row] = await askPrepared<Row>({ text: byId, values: [key.id] })
  return row ? { snapshot: row.snapshot, session: sessionFrom(row) } : nothing
}

/** Sessions as they were read in one state of the data, which PostgreSQL names by the transactions that have ended. */
interface State {
  readonly snapshot: string
  readonly sessions: Map<string, SessionRow | null>
}

const nothing: Found = { snapshot: '', session: null }
const unread: State = { snapshot: '', sessions: new Map() }
/** The most sessions kept. */
const most = 5000

let latest = unread

const byTokens = together(async (tokens: readonly string[]): Promise<ReadonlyMap<string, Found>> => {
  const known = latest
  const [held, others] = [tokens.filter((it) => known.sessions.has(it)), tokens.filter((it) => !known.sessions.has(it))]
  const rows = await askPrepared<Row>({ text: byToken, values: [known.snapshot, others, held] })
  const snapshot = rows[0]?.snapshot ?? ''
  const isSame = snapshot === known.snapshot
  const state = isSame ? known : { snapshot, sessions: new Map<string, SessionRow | null>() }
  for (const token of isSame ? others : tokens) state.sessions.set(token, null)
  for (const row of rows) if (row.tokenHash !== null) state.sessions.set(row.tokenHash, sessionFrom(row))
  if (config.SITAI_REMEMBER) latest = state.sessions.size > most ? unread : state
  return new Map(tokens.map((token) => [token, { snapshot, session: state.sessions.get(token) ?? null }]))
})

type Row = { readonly snapshot: string; readonly tokenHash: string | null; readonly session: string }

/** At least one row, for the name of the state; settings are those of all the grants' places and above. */
const statement = (where: string) => `
  SELECT pg_current_snapshot()::text AS snapshot, s.token_hash AS "tokenHash",
         json_build_object('id', s.id, 'grantId', s.grant_id, 'lastSeenAt', s.last_seen_at, 'expiresAt', s.expires_at,
           'isEnded', s.ended_at IS NOT NULL,
           'account', json_build_object('id', a.id, 'userName', a.user_name, 'displayName', a.display_name,
             'divisionCode', a.division_code, 'practitionerId', a.practitioner_id, 'status', a.status,
             'mustChangePassword', a.must_change_password, 'passwordChangedAt', a.password_changed_at),
           'grants', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'role', g.role,
               'divisionCode', g.division_code, 'firmId', g.firm_id, 'validFrom', g.valid_from, 'validTo', g.valid_to)
               ORDER BY g.created_at), '[]')
             FROM "grant" g WHERE g.account_id = a.id),
           'settings', (SELECT coalesce(json_agg(json_build_object('divisionCode', x.division_code, 'key', x.key,
               'value', x.value) ORDER BY x.division_code), '[]')
             FROM setting x
            WHERE EXISTS (SELECT FROM "grant" g
                           WHERE g.account_id = a.id AND starts_with(g.division_code, x.division_code))))::text AS session
    FROM (SELECT) one LEFT JOIN (session s JOIN account a ON a.id = s.account_id) ON ${where}`

/**
 * $1 names the state in which the sessions $3 are known; if it is still so, only $2 are read. How many they are is hidden
 * from the planner in a query: a plan for just so many would be made at each call.
 */
const byToken = statement(`s.token_hash = ANY (ARRAY(
  SELECT unnest(CASE WHEN pg_current_snapshot()::text = $1 THEN $2::text[] ELSE $2::text[] || $3::text[] END)))`)
const byId = statement('s.id = $1')

const instant = z.string().transform((text) => new Date(text))

const rowSchema = z.object({
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
  /** All that ever were; whether one is in force depends on the clock. */
  grants: z.array(
    z.object({
      id: z.string(),
      role: z.enum(Role),
      divisionCode: z.string(),
      firmId: z.string().nullable(),
      validFrom: instant,
      validTo: instant.nullable(),
    }),
  ),
  settings: z.array(z.object({ divisionCode: z.string(), key: z.string(), value: z.unknown() })),
})

type SessionRow = z.infer<typeof rowSchema>

const parsed = new Map<string, SessionRow>()

/** A row that says what was read before is not parsed again. */
function sessionFrom({ tokenHash, session: text }: Row): SessionRow | null {
  if (tokenHash === null) return null
  const session = parsed.get(text) ?? rowSchema.parse(JSON.parse(text))
  if (parsed.size > most) parsed.clear()
  parsed.set(text, session)
  return session
}
