import { Prisma } from '@sitai/db/client'
import { addDays } from '@sitai/rules/calendar'
import { within } from '../access/place.ts'
import { today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { literal, searchText } from '../lists/listQuery.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'

/** How a community's lead seat stands, the most urgent first. */
export const standings = ['VACANT', 'EXPIRING', 'PAUSED', 'COMING', 'HELD'] as const
export type Standing = (typeof standings)[number]

export const standingLabels: Readonly<Record<Standing, string>> = {
  VACANT: '无顾问',
  EXPIRING: '即将到期',
  PAUSED: '已暂停',
  COMING: '待履职',
  HELD: '履职中',
}

/** One community on the desk. */
export interface DeskLine {
  readonly communityCode: string
  readonly standing: Standing
  /** The lead in force, the one agreed or proposed to follow. */
  readonly leadId: string | null
  readonly nextId: string | null
  /** A vacant community: the day the last lead ceased; null when it never had one. */
  readonly vacantSince: Date | null
}

export interface DeskFilter {
  readonly standings?: readonly Standing[] | null | undefined
  readonly placeCode?: string | null | undefined
  readonly search?: string | null | undefined
}

interface DeskPage {
  readonly first: number
  readonly offset: number
}

/**
 * The active communities of the viewer's place by how urgently they need a lead, as a table the callers select from.
 * In force means ACTIVE or PAUSED today; whoever is confirmed or proposed is still to come.
 */
async function deskTable(viewer: Viewer, { placeCode, search }: DeskFilter): Promise<Prisma.Sql> {
  const day = today()
  const { pairingExpiringDays } = await settingsOf(viewer.divisionCode)
  const soon = addDays(day, pairingExpiringDays)
  const { gte = '', lt = '9999999999999' } = within(viewer.divisionCode)
  const place = placeCode && /^\d{2,12}$/.test(placeCode) ? within(placeCode) : {}
  const text = searchText(search)
  const plain = literal(text.toLowerCase().replaceAll(/\s+/g, ''))
  return Prisma.sql`(
    SELECT c.code, c.pinyin, held.id AS lead_id, next.id AS next_id, held.ends_on,
           CASE WHEN held.id IS NULL AND next.id IS NULL THEN 'VACANT'
                WHEN held.id IS NULL THEN 'COMING'
                WHEN held.ends_on <= ${soon}::date AND next.id IS NULL THEN 'EXPIRING'
                WHEN held.status = 'PAUSED' THEN 'PAUSED'
                ELSE 'HELD' END AS standing
      FROM community c
      LEFT JOIN LATERAL (
        SELECT q.id, q.ends_on, q.status FROM pairing q
         WHERE q.community_code = c.code AND q.seat = 'LEAD' AND q.status IN ('ACTIVE', 'PAUSED')
           AND q.term_from <= ${day}::date AND q.ends_on > ${day}::date LIMIT 1) held ON true
      LEFT JOIN LATERAL (
        SELECT q.id FROM pairing q
         WHERE q.community_code = c.code AND q.seat = 'LEAD' AND q.ends_on > ${day}::date
           AND q.status IN ('PROPOSED', 'CONFIRMED')
         ORDER BY q.term_from LIMIT 1) next ON true
     WHERE c.status = 'ACTIVE' AND c.code >= ${gte} AND c.code < ${lt}
       AND c.code >= ${place.gte ?? ''} AND c.code < ${place.lt ?? '9999999999999'}
       AND (${text} = '' OR position(${text} IN c.name) > 0
            OR (${plain} <> '' AND (c.initials LIKE ${`${plain}%`} OR c.pinyin LIKE ${`${plain}%`})))
  ) AS desk`
}

const urgency = Prisma.sql`array_position(ARRAY['VACANT', 'EXPIRING', 'PAUSED', 'COMING', 'HELD'], desk.standing)`

/** The desk as it was asked for: whoever wants the numbers only does not pay for the lines. */
export interface Desk {
  readonly lines: () => Promise<DeskLine[]>
  readonly counts: () => Promise<ReadonlyMap<Standing, number>>
  /** How many lines there are of the standings asked for. */
  readonly total: () => Promise<number>
}

/** Opens the desk; it is read when its lines or numbers are asked for. */
export function openDesk(viewer: Viewer, filter: DeskFilter, page: DeskPage): Desk {
  let counted: ReturnType<typeof deskCounts> | undefined
  const counts = () => (counted ??= deskCounts(viewer, filter))
  return {
    lines: () => deskLines(viewer, filter, page),
    counts,
    total: async () => {
      const found = await counts()
      return standings
        .filter((it) => !filter.standings?.length || filter.standings.includes(it))
        .reduce((sum, it) => sum + (found.get(it) ?? 0), 0)
    },
  }
}

/** A page of the desk, the most urgent first; among those expiring the soonest, else street by street. */
async function deskLines(viewer: Viewer, filter: DeskFilter, page: DeskPage): Promise<DeskLine[]> {
  const first = Math.min(100, Math.max(1, page.first))
  const offset = Math.min(25_000, Math.max(0, page.offset))
  const table = await deskTable(viewer, filter)
  return db.$queryRaw<DeskLine[]>(Prisma.sql`
    SELECT desk.code AS "communityCode", desk.standing, desk.lead_id AS "leadId", desk.next_id AS "nextId",
           CASE WHEN desk.standing IN ('VACANT', 'COMING') THEN (
             SELECT max(q.ends_on) FROM pairing q
              WHERE q.community_code = desk.code AND q.seat = 'LEAD' AND q.status IN ('ENDED', 'TERMINATED', 'RENEWED')
                AND q.ends_on > q.term_from) END AS "vacantSince"
      FROM ${table}
     WHERE ${among(filter.standings)}
     ORDER BY ${urgency}, CASE WHEN desk.standing = 'EXPIRING' THEN desk.ends_on END, desk.code
     LIMIT ${first} OFFSET ${offset}`)
}

/** How many communities stand how; the filter of standings does not narrow it. */
async function deskCounts(viewer: Viewer, filter: DeskFilter): Promise<ReadonlyMap<Standing, number>> {
  const table = await deskTable(viewer, filter)
  const rows = await db.$queryRaw<{ standing: Standing; count: number }[]>(Prisma.sql`
    SELECT desk.standing, count(*)::int AS count FROM ${table} GROUP BY desk.standing`)
  return new Map(rows.map(({ standing, count }) => [standing, count]))
}

function among(wanted: readonly Standing[] | null | undefined): Prisma.Sql {
  return wanted?.length ? Prisma.sql`desk.standing = ANY(${[...wanted]})` : Prisma.sql`true`
}
