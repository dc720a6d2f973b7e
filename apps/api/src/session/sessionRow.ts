import { AccountStatus, Role } from '@sitai/db/client'
import { z } from 'zod'
import { config } from '../config.ts'
import { askPrepared, onConnectionLost } from '../data/db.ts'
import { coalesced } from '../data/coalesced.ts'

export type SessionKey = { readonly tokenHash: string } | { readonly id: string }

/** A session with all that decides whether it counts, and the name of the state of the data it was read in. */
export interface Found {
  readonly snapshot: string
  readonly session: SessionRow | null
}

/** The session of this key. All that are asked for at once by tokens are one statement: it is sent at every request. */
export async function sessionOf(key: SessionKey): Promise<Found> {
  if ('id' in key) {
    const [row] = await askPrepared<Row>({ text: byId, values: [key.id] })
    return {
      snapshot: stateSince(row?.snapshot ?? ''),
      session: row?.tokenHash ? sessionFrom(row.tokenHash, row.session) : null,
    }
  }
  const { tokenHash } = key
  const { snapshot = '', text = null } = (await byTokens(tokenHash)) ?? {}
  return { snapshot, session: text === null ? null : sessionFrom(tokenHash, text) }
}

/** Sessions, by their tokens, as they were read in one state of the data; null where there is none. */
interface State {
  readonly snapshot: string
  readonly texts: Map<string, string | null>
}

const unread: State = { snapshot: '', texts: new Map() }
/** The most sessions kept. */
const most = 5000

let latest = unread

/**
 * How often a connection was lost. After a crash PostgreSQL may give out a transaction's number again, and a state of the
 * data the name of an earlier one: states before and after are never taken for the same.
 */
let losses = 0
onConnectionLost(() => {
  losses++
  latest = unread
})

const stateSince = (snapshot: string) => `${losses} ${snapshot}`

async function read(tokens: readonly string[]): Promise<Map<string, { snapshot: string; text: string | null }>> {
  const known = latest
  const lossesBefore = losses
  const [held, others] = [tokens.filter((it) => known.texts.has(it)), tokens.filter((it) => !known.texts.has(it))]
  const rows = await askPrepared<Row>({ text: byToken, values: [known.snapshot, others, held] })
  // What was known before proves nothing any more.
  if (losses !== lossesBefore) return read(tokens)
  const snapshot = rows[0]?.snapshot ?? ''
  const isSame = snapshot === known.snapshot
  const state: State = isSame ? known : { snapshot, texts: new Map() }
  for (const token of isSame ? others : tokens) state.texts.set(token, null)
  for (const { tokenHash, session } of rows) if (tokenHash !== null) state.texts.set(tokenHash, session)
  if (config.SITAI_REMEMBER) latest = state.texts.size > most ? unread : state
  return new Map(
    tokens.map((token) => [token, { snapshot: stateSince(snapshot), text: state.texts.get(token) ?? null }]),
  )
}

const byTokens = coalesced(read)

type Row = { readonly snapshot: string; readonly tokenHash: string | null; readonly session: string }

/**
 * Names the state of the data by the transactions that have ended: the same name, the same data, as long as this server
 * of PostgreSQL runs.
 */
const stateName = `(pg_postmaster_start_time() || ' ' || pg_current_snapshot())`

/** At least one row, for the name of the state; settings are those of all the grants' places and above. */
const statement = (where: string) => `
  SELECT ${stateName} AS snapshot, s.token_hash AS "tokenHash",
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
  SELECT unnest(CASE WHEN ${stateName} = $1 THEN $2::text[] ELSE $2::text[] || $3::text[] END)))`)
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

const parsed = new Map<string, { readonly text: string; readonly session: SessionRow }>()

/** The session that a row says; one that says what it said before is not parsed again. */
function sessionFrom(tokenHash: string, text: string): SessionRow {
  const known = parsed.get(tokenHash)
  if (known?.text === text) return known.session
  const session = rowSchema.parse(JSON.parse(text))
  if (parsed.size > most) parsed.clear()
  parsed.set(tokenHash, { text, session })
  return session
}
