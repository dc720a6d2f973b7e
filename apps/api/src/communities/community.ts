import type { Community, CommunityStatus } from '@sitai/db/client'
import { communityInput, type CommunityInput } from '@sitai/rules/community'
import { communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedInput, present } from '../acts/inputs.ts'
import { heldPairings } from '../pairings/held.ts'
import { checkedReason, expectOne, rowChange } from '../acts/checks.ts'
import { knownStreet } from '../streets/places.ts'
import { checkCodes } from '../dictionaries/inPlace.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { communityRefusals, visibleCommunities } from './community.access.ts'
import { communityColumns } from './community.columns.ts'

/** The fields of a community as they were sent; `checkedInput` makes them a CommunityInput. */
export type CommunityFields = Partial<Record<keyof CommunityInput, unknown>>

/** Registers a community under the street its code begins with. Answers its code. */
export async function createCommunity(viewer: Viewer, fields: CommunityFields): Promise<string> {
  const community = checkedInput(communityInput, fields)
  return write(viewer, 'createCommunity', (tx) => insertCommunity(tx, viewer, community))
}

/** As createCommunity, within a transaction of the caller's. */
export async function insertCommunity(tx: Tx, viewer: Viewer, community: CommunityInput): Promise<string> {
  const { columns, demands = [] } = communityColumns(community)
  await knownStreet(tx, viewer, columns.streetCode, 'code')
  await checkCodes(tx, columns.streetCode, [{ kind: 'TOPIC', codes: topicsOf(demands), field: 'demands' }])
  await tx.community.create({ data: { ...columns, demands: { create: demands } }, select: { code: true } })
  return columns.code
}

/** Changes what was sent and keeps the rest. The code stays: whoever errs in it registers anew. */
export async function updateCommunity(
  viewer: Viewer,
  code: string,
  expectedVersion: number,
  fields: CommunityFields,
): Promise<string> {
  return write(viewer, 'updateCommunity', async (tx) => {
    const before = await findCommunity(tx, viewer, code)
    raise(communityRefusals.updateCommunity(viewer))
    const checked = checkedInput(communityInput, { ...before, contactPhone: undefined, ...present(fields), code })
    const { columns, demands } = communityColumns(checked)
    const changed = demands ? await changeDemands(tx, before, demands) : false
    // Demands are rows of their own: their change, too, is a new version of the community.
    const data = changed ? { ...columns, version: { increment: 1 } } : columns
    expectOne(await tx.community.updateMany({ where: { code, version: expectedVersion }, data }))
    return code
  })
}

interface CommunityMove {
  readonly to: CommunityStatus
  readonly reason: string
  readonly expectedVersion: number
}

/** Takes a community off the register (撤并) once nobody advises it any more, or puts it back. */
export async function changeCommunityStatus(viewer: Viewer, code: string, move: CommunityMove): Promise<string> {
  const reason = checkedReason(move.reason)
  return write(
    viewer,
    'changeCommunityStatus',
    async (tx) => {
      const before = await findCommunity(tx, viewer, code)
      raise(communityRefusals.changeCommunityStatus(viewer))
      if (before.status === move.to) {
        throw new Refusal('STATE_CHANGED', `社区当前已为「${labelOf(communityStatuses, before.status)}」。`)
      }
      // The row is locked first, so that nobody pairs it between the count and the change.
      const where = { code, version: move.expectedVersion }
      expectOne(await tx.community.updateMany({ where, data: { status: move.to } }))
      const held =
        move.to === 'MERGED' ? await tx.pairing.count({ where: { communityCode: code, ...heldPairings() } }) : 0
      if (held > 0) throw new Refusal('HAS_PAIRINGS', `这个社区还有 ${held} 个在任或拟聘的结对，请先解聘再撤并。`)
      return code
    },
    { reason },
  )
}

async function findCommunity(tx: Tx, viewer: Viewer, code: string): Promise<Community> {
  const community = await tx.community.findFirst({ where: { code, AND: visibleCommunities(viewer) } })
  if (!community) throw notFound('个社区')
  return community
}

type Demand = { readonly topicCode: string; readonly weight: number }

const topicsOf = (rows: readonly { readonly topicCode: string }[]) => rows.map(({ topicCode }) => topicCode)

/** Brings the demands to what they should be; answers whether anything changed. */
async function changeDemands(tx: Tx, { code, streetCode }: Community, demands: readonly Demand[]): Promise<boolean> {
  const before = await tx.communityDemand.findMany({ where: { communityCode: code } })
  const codes = { codes: topicsOf(demands), standing: topicsOf(before) }
  await checkCodes(tx, streetCode, [{ kind: 'TOPIC', field: 'demands', ...codes }])
  const { gone, come, changed } = rowChange(before, demands, (a, b) => a.weight === b.weight)
  if (gone.length > 0) await tx.communityDemand.deleteMany({ where: { communityCode: code, topicCode: { in: gone } } })
  if (come.length > 0)
    await tx.communityDemand.createMany({ data: come.map((row) => ({ ...row, communityCode: code })) })
  for (const { topicCode, weight } of changed) {
    await tx.communityDemand.updateMany({ where: { communityCode: code, topicCode }, data: { weight } })
  }
  return gone.length + come.length + changed.length > 0
}
