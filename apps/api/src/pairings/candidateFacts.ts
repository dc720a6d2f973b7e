import { Prisma } from '@sitai/db/client'
import type { CandidateCommunity, CandidatePractitioner } from '@sitai/rules/candidate'
import { labelOf } from '@sitai/rules/dictionaries'
import { defaultTopics } from '@sitai/rules/taxonomy'
import { within } from '../access/place.ts'
import { askPrepared, db } from '../data/db.ts'
import { labelSql } from '../dictionaries/inPlace.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Tx } from '../acts/write.ts'

/** A practitioner as the rules judge, and what a list shows of him or her. */
export interface PersonFacts extends CandidatePractitioner {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly firmId: string | null
  readonly firmName: string | null
}

/** A community as the rules judge, and what a list shows of it. */
export interface CommunityFacts extends CandidateCommunity {
  readonly name: string
}

/** A row with one column, the facts as the statement builds them. */
interface Row<Facts> {
  readonly facts: Facts
}

type CommunityRow = Omit<CommunityFacts, 'demands'> & {
  readonly demands: readonly { readonly topic: string; readonly weight: number; readonly label: string | null }[]
}
/** Nothing is known yet of further places of service, nor of assessments of advisers. */
type PersonRow = Omit<PersonFacts, 'servicePoints' | 'performance'>

/** The pairings of a row, as PairingFact; the end of a term is the day it really ends. */
const pairingsOf = (column: Prisma.Sql, key: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object(
      'practitionerId', q.practitioner_id, 'communityCode', q.community_code, 'seat', q.seat, 'status', q.status,
      'term', json_build_object('from', q.term_from, 'to', q.ends_on), 'grade', q.grade, 'endGround', q.end_ground)
    ORDER BY q.term_from)
    FROM pairing q WHERE ${column} = ${key} AND q.status <> 'REJECTED'), '[]')`

const pointOf = (table: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${table}.lat IS NULL THEN NULL ELSE json_build_object('lat', ${table}.lat, 'lng', ${table}.lng) END`

/** The communities of these codes that the viewer's place holds, in one statement; unknown codes are left out. */
export async function communityFacts(viewer: Viewer, codes: readonly string[], tx: Tx = db): Promise<CommunityFacts[]> {
  const { gte = '', lt = '9999999999999' } = within(viewer.divisionCode)
  const rows = await askPrepared<Row<CommunityRow>>(
    Prisma.sql`
    SELECT json_build_object(
        'code', c.code, 'name', c.name, 'streetCode', c.street_code, 'adjacentStreetCodes', coalesce(s.adjacent_codes, '{}'),
        'point', ${pointOf(Prisma.sql`c`)},
        'demands', coalesce((SELECT json_agg(json_build_object('topic', d.topic_code, 'weight', d.weight, 'label', ${labelSql('TOPIC', Prisma.sql`d.community_code`, Prisma.sql`d.topic_code`)}))
                               FROM community_demand d WHERE d.community_code = c.code), '[]'),
        'pairings', ${pairingsOf(Prisma.sql`q.community_code`, Prisma.sql`c.code`)}) AS facts
      FROM community c JOIN street s ON s.code = c.street_code
     WHERE c.code = ANY(${[...codes]}) AND c.code >= ${gte} AND c.code < ${lt}`,
    tx,
  )
  return rows.map(({ facts: { demands, ...found } }) => ({
    ...found,
    demands: demands.map((it) => ({ ...it, label: it.label ?? labelOf(defaultTopics, it.topic) })),
  }))
}

/**
 * The practitioners of the viewer's place with all that the rules ask, in one statement; `ids` narrows them. Those who
 * have left the register for good are no candidates and are left out unless asked for by id.
 */
export async function personFacts(viewer: Viewer, ids: readonly string[] | null, tx: Tx = db): Promise<PersonFacts[]> {
  const { gte = '', lt = '9999999999999' } = within(viewer.divisionCode)
  const which = ids
    ? Prisma.sql`p.id = ANY(${[...ids]}::uuid[])`
    : Prisma.sql`p.status NOT IN ('CANCELLED', 'TRANSFERRED_OUT')`
  const question = Prisma.sql`
    SELECT json_build_object(
        'id', p.id, 'name', p.name, 'pinyin', p.pinyin, 'initials', p.initials, 'firmId', p.firm_id, 'firmName', f.name, 'status', p.status, 'divisionCode', p.division_code,
        'firstLicensedOn', p.first_licensed_on, 'capacity', p.capacity,
        'firm', CASE WHEN f.id IS NULL THEN NULL ELSE json_build_object(
                  'status', f.status, 'streetCode', f.street_code, 'point', ${pointOf(Prisma.sql`f`)}) END,
        'specialties', coalesce((SELECT json_agg(json_build_object('topic', s.topic_code, 'level', s.level))
                                   FROM practitioner_specialty s WHERE s.practitioner_id = p.id), '[]'),
        'assessments', coalesce((SELECT json_agg(json_build_object('year', a.year, 'result', a.result))
                                   FROM annual_assessment a WHERE a.practitioner_id = p.id), '[]'),
        'sanctions', coalesce((SELECT json_agg(json_build_object(
                                   'from', x.valid_from, 'to', x.valid_to, 'blocksPairing', x.blocks_pairing))
                                 FROM sanction x WHERE x.practitioner_id = p.id), '[]'),
        'pairings', ${pairingsOf(Prisma.sql`q.practitioner_id`, Prisma.sql`p.id`)}) AS facts
      FROM practitioner p LEFT JOIN firm f ON f.id = p.firm_id
     WHERE ${which} AND p.division_code >= ${gte} AND p.division_code < ${lt}`
  // A bureau's people are too many for one plan that suits every bureau.
  const rows = await (ids ? askPrepared<Row<PersonRow>>(question, tx) : tx.$queryRaw<Row<PersonRow>[]>(question))
  return rows.map(({ facts }) => ({ ...facts, servicePoints: [], performance: null }))
}
