import { randomUUID } from 'node:crypto'
import { write } from '../acts/write.ts'
import { given, day, fromToday, type World } from './given.ts'
import { givenServiceLog, givenVisit } from './givenVisits.ts'

/** Whom the things of a world are shown to: its viewers, and those of another firm in the same place. */
export const watchers = ['sysAdmin', 'admin', 'leader', 'firmAdmin', 'lawyer', 'otherFirmAdmin', 'otherLawyer'] as const

type Watcher = (typeof watchers)[number]

/** One thing of a type, by its key, and who sees it. */
export interface Thing {
  readonly key: string
  readonly seenBy: readonly Watcher[]
}

const bureau = ['admin', 'leader'] as const
const business = ['admin', 'leader', 'firmAdmin', 'lawyer'] as const
const anyBusiness = [...business, 'otherFirmAdmin', 'otherLawyer'] as const

/** The other firm of a world, with its admin and its lawyer. */
export async function givenOtherFirm({ divisionCode, bureau: place }: World) {
  const firm = await given.firm(place)
  const { id: practitionerId } = await given.practitioner(firm)
  return {
    otherFirmAdmin: await given.someone('FIRM_ADMIN', { divisionCode, firmId: firm.id }),
    otherLawyer: await given.someone('LAWYER', { divisionCode, practitionerId }),
  }
}

/**
 * One thing of every node type, of the world's first firm, its practitioner and its leader; and who sees it. A node type
 * that is missing here fails its test.
 */
export async function thingsOf(world: World): Promise<Readonly<Record<string, Thing>>> {
  const { practitioner, community, leader, lawyer, admin, divisionCode } = world
  const pairing = await given.pairing(community, practitioner)
  const visit = await givenVisit(pairing)
  const log = await givenServiceLog(pairing)
  const file = { hash: randomUUID(), name: '现场.jpg', mime: 'image/jpeg', size: 1, divisionCode }
  const made = await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
    const photo = await tx.storedFile.create({ data: { ...file, accountId: lawyer.accountId } })
    await tx.serviceLogPhoto.create({ data: { serviceLogId: log.id, fileId: photo.id, position: 0 } })
    const batch = { kind: 'FIRMS', divisionCode, accountId: admin.accountId, fileId: photo.id, fileName: 'x' } as const
    return {
      photo,
      batch: await tx.importBatch.create({ data: batch }),
      sanction: await tx.sanction.create({
        data: { practitionerId: practitioner.id, kind: 'CIRCULAR', validFrom: day(fromToday(-9)), reason: '迟延' },
      }),
      view: await tx.savedView.create({
        data: {
          accountId: leader.accountId,
          page: 'firms',
          name: randomUUID(),
          query: '',
          shared: true,
          divisionCode,
        },
      }),
    }
  })
  return {
    Account: { key: leader.accountId, seenBy: ['sysAdmin', ...bureau] },
    Grant: { key: leader.grantId, seenBy: ['sysAdmin', ...bureau] },
    Session: { key: leader.sessionId, seenBy: ['sysAdmin', ...bureau] },
    SavedView: { key: made.view.id, seenBy: watchers },
    Street: { key: world.streetCode, seenBy: anyBusiness },
    Community: { key: community.code, seenBy: anyBusiness },
    Firm: { key: world.firm.id, seenBy: anyBusiness },
    Practitioner: { key: practitioner.id, seenBy: business },
    Sanction: { key: made.sanction.id, seenBy: business },
    Pairing: { key: pairing.id, seenBy: business },
    Visit: { key: visit.id, seenBy: business },
    ServiceLog: { key: log.id, seenBy: business },
    StoredFile: { key: made.photo.id, seenBy: business },
    ImportBatch: { key: made.batch.id, seenBy: ['admin'] },
  }
}
