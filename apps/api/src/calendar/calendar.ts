import { createHash } from 'node:crypto'
import { Prisma, type VisitStatus } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound } from '../acts/refusal.ts'
import { hashToken, newToken } from '../session/token.ts'
import { inForce } from '../session/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'

/** Makes the secret address of the viewer's calendar, shown this once; an earlier one stops working. */
export async function createCalendarFeed(viewer: Viewer): Promise<string> {
  const token = newToken()
  await keep(viewer, 'createCalendarFeed', hashToken(token))
  return `/calendar/${token}.ics`
}

/** Ends the viewer's calendar address. */
export async function revokeCalendarFeed(viewer: Viewer): Promise<void> {
  await keep(viewer, 'revokeCalendarFeed', null)
}

async function keep(viewer: Viewer, act: string, calendarTokenHash: string | null) {
  await write(viewer, act, (tx) => tx.account.update({ where: { id: viewer.accountId }, data: { calendarTokenHash } }))
}

/** A feed as it is sent: its text and the mark by which a calendar knows that nothing has changed. */
export interface Feed {
  readonly text: string
  readonly etag: string
}

/**
 * The calendar of whoever holds the address: an adviser's own visits, and a firm admin's those of the firm. Grants are
 * read afresh, so that a feed ends with them. Throws NOT_FOUND for an address that is unknown, revoked or without rights.
 */
export async function calendarFeed(token: string): Promise<Feed> {
  const account = await db.account.findFirst({
    where: { calendarTokenHash: hashToken(token), status: 'ACTIVE' },
    include: { grants: { where: inForce(now()), include: { firm: { select: { name: true } } } } },
  })
  const firms = account?.grants.filter((grant) => grant.role === 'FIRM_ADMIN') ?? []
  const isAdviser = account?.practitionerId && account.grants.some((grant) => grant.role === 'LAWYER')
  if (!account || (!isAdviser && firms.length === 0)) throw notFound('个日历')
  const firmIds = firms.flatMap((grant) => (grant.firmId ? [grant.firmId] : []))
  const events = await eventsOf(isAdviser ? account.practitionerId : null, firmIds)
  const name = firms.length > 0 ? `${firms[0]?.firm?.name ?? '本所'}驻点` : `${account.displayName}的驻点`
  const text = await feedText(name, events)
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
}

interface Row {
  readonly id: string
  /** The first of a chain of rescheduled visits: what the calendar knows the event by. */
  readonly root: string
  readonly status: VisitStatus
  readonly startsAt: Date
  readonly endsAt: Date
  readonly sequence: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly community: string
  readonly street: string
  readonly address: string | null
  readonly room: string | null
  readonly practitioner: string
  readonly reason: string | null
}

/** Visits from three months back to a year ahead; of a rescheduled one, the last that took its place. */
function eventsOf(practitionerId: string | null, firmIds: readonly string[]): Promise<Row[]> {
  const at = now()
  const day = 86_400_000
  const mine = Prisma.sql`(v.practitioner_id = ${practitionerId}::uuid or v.firm_id = any(${[...firmIds]}::uuid[]))`
  return db.$queryRaw<Row[]>`
    with recursive chain as (
      select v.id, v.id as root from visit v
       where v.rescheduled_from_id is null and ${mine}
      union all
      select v.id, chain.root from visit v join chain on v.rescheduled_from_id = chain.id
    )
    select v.id, chain.root, v.status, v.starts_at as "startsAt", v.ends_at as "endsAt", v.sequence,
           v.created_at as "createdAt", v.updated_at as "updatedAt", c.name as community, s.name as street,
           c.address, c.visit_room as room, p.name as practitioner, v.reason
      from chain join visit v on v.id = chain.id
      join community c on c.code = v.community_code
      join street s on s.code = c.street_code
      join practitioner p on p.id = v.practitioner_id
     where v.status <> 'RESCHEDULED'
       and v.starts_at between ${new Date(at.getTime() - 92 * day)} and ${new Date(at.getTime() + 366 * day)}
     order by v.starts_at, v.id
     limit 5000`
}

const gone: readonly VisitStatus[] = ['CANCELLED', 'VOID']

/** The text of a feed (RFC 5545): instants in UTC, an identity and a rising number for each visit, cancellations sent. */
export async function feedText(name: string, rows: readonly Row[]): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } = await import('ical-generator')
  const calendar = ical({
    name,
    prodId: { company: 'Sitai', product: 'Sitai visits', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const row of rows) {
    const isGone = gone.includes(row.status)
    calendar.createEvent({
      id: `${row.root}@visit.sitai`,
      sequence: row.sequence,
      stamp: row.updatedAt,
      created: row.createdAt,
      lastModified: row.updatedAt,
      start: row.startsAt,
      end: row.endsAt,
      summary: `${isGone ? '（已取消）' : row.status === 'MISSED' ? '（未到位）' : ''}驻点：${row.community}`,
      location: [row.street, row.community, row.room, row.address].filter(Boolean).join(' '),
      description: [`顾问：${row.practitioner}`, row.reason ? `说明：${row.reason}` : ''].filter(Boolean).join('\n'),
      status: isGone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: isGone ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    })
  }
  return `${calendar.toString()}\r\n`
}
