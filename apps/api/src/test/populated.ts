import { randomUUID } from 'node:crypto'
import { addMonths, monthOf } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import { sealCells } from '../imports/rows.ts'
import { write } from '../acts/write.ts'
import { day, fromToday, given, type World } from './given.ts'
import { givenServiceLog, givenVisit, pairingIn, visitIn } from './givenVisits.ts'

const clerk = { system: '测试', requestId: 'test' }

/** A world in which each list holds something. */
export type Populated = Awaited<ReturnType<typeof populated>>

/**
 * A world with `n` of everything that a page lists: the firm's people, the adviser's communities, the community's
 * advisers, visits, logs with photos, sanctions, imports, accounts, views, sign-ins. At most 3: an adviser's capacity.
 */
export async function populated(n: number) {
  const world = await given.world()
  const pairing = await pairingIn(world)
  const vacant = await Promise.all(Array.from({ length: n }, () => given.community(world.bureau)))
  const importId = await givenImport(world, n)
  const visit = await givenVisit(pairing, { on: fromToday(-45), status: 'COMPLETED', checkedInAt: new Date() })
  let logId = ''
  for (let index = 0; index < n; index += 1) {
    const assistant = await neighbours(world, index)
    await given.pairing(world.community, assistant, { seat: 'ASSISTANT' })
    if (index > 0) await given.pairing(await given.community(world.bureau), world.practitioner)
    await givenVisit(pairing, { on: lastMonth(index), status: 'COMPLETED', doubts: ['手工补记'] })
    await givenVisit(pairing, { on: fromToday(0), from: `0${index + 7}:00`, to: `0${index + 7}:30` })
    await givenServiceLog(pairing, { visitId: visit.id, occurredOn: visit.plannedOn })
    logId = (await givenServiceLog(pairing, { status: 'RETURNED', returnReason: '请补写', content: `第${index}篇` })).id
  }
  await givenDetails(world, n, logId)
  return { ...world, pairing, vacant, visit: await visitIn(world), importId, logId }
}

/** A world with `n` neighbours of everything, for an act on one thing. */
export async function neighboured(n: number): Promise<World> {
  const world = await given.world()
  for (let index = 0; index < n; index += 1) await neighbours(world, index)
  return world
}

function lastMonth(index: number): string {
  return `${monthOf(addMonths(today(), -1))}-0${index + 1}`
}

/** Another firm with an adviser of its own community; one more adviser of the world's firm, with an account. */
async function neighbours(world: World, index: number) {
  const firm = await given.firm(world.bureau, { streetCode: world.streetCode })
  const community = await given.community(world.bureau, {
    demands: { create: [{ topicCode: 'LABOUR', weight: 3 }] },
  })
  const lead = await given.practitioner(firm, { specialties: { create: [{ topicCode: 'LABOUR', level: 3 }] } })
  const theirs = await given.pairing(community, lead)
  await givenVisit(theirs, { on: lastMonth(index), status: 'COMPLETED' })
  await givenServiceLog(theirs, {})
  const assistant = await given.practitioner(world.firm)
  await given.someone('LAWYER', { divisionCode: world.divisionCode, practitionerId: assistant.id })
  await given.street(world.bureau)
  return assistant
}

/** What hangs on the world's own firm, adviser, log and accounts. */
async function givenDetails({ admin, lawyer, firm, practitioner, divisionCode }: World, n: number, logId: string) {
  await write(clerk, 'given', async (tx) => {
    for (let index = 0; index < n; index += 1) {
      await tx.firmInspection.create({ data: { firmId: firm.id, year: 2020 + index, result: 'PASSED' } })
      await tx.annualAssessment.create({
        data: { practitionerId: practitioner.id, year: 2020 + index, result: 'COMPETENT' },
      })
      await tx.sanction.create({
        data: {
          practitionerId: practitioner.id,
          kind: 'CIRCULAR',
          reason: '示例',
          validFrom: day('2020-01-01'),
          validTo: day('2020-06-01'),
          blocksPairing: false,
        },
      })
      await tx.practitionerSpecialty.create({
        data: { practitionerId: practitioner.id, topicCode: ['LABOUR', 'TAX', 'OTHER'][index] ?? 'OTHER', level: 1 },
      })
      await tx.savedView.create({
        data: { accountId: admin.accountId, page: 'firms', name: `视图${index}`, query: 'q=1', divisionCode },
      })
      await tx.session.create({
        data: {
          accountId: lawyer.accountId,
          grantId: lawyer.grantId,
          tokenHash: randomUUID(),
          expiresAt: new Date(Date.now() + 3_600_000),
        },
      })
      const file = await tx.storedFile.create({
        data: {
          hash: hash(),
          name: '照片.jpg',
          mime: 'image/jpeg',
          size: 1,
          accountId: lawyer.accountId,
          divisionCode,
        },
      })
      await tx.serviceLogPhoto.create({ data: { serviceLogId: logId, fileId: file.id, position: index } })
    }
    await tx.signInEvent.createMany({
      data: Array.from({ length: n }, () => ({
        userName: 'nobody',
        outcome: 'NO_SUCH_ACCOUNT' as const,
        divisionCode,
      })),
    })
  })
}

/** A checked import of firms with so many rows. */
async function givenImport({ admin, divisionCode }: World, n: number): Promise<string> {
  return write(clerk, 'given', async (tx) => {
    const { accountId } = admin
    const file = await tx.storedFile.create({
      data: { hash: hash(), name: '机构.xlsx', mime: 'x', size: 1, accountId, divisionCode },
    })
    const { id } = await tx.importBatch.create({
      data: {
        kind: 'FIRMS',
        status: 'CHECKED',
        divisionCode,
        accountId,
        fileId: file.id,
        fileName: '机构.xlsx',
        newRows: n,
        totalRows: n,
      },
    })
    await tx.importRow.createMany({
      data: Array.from({ length: n }, (_, index) => ({
        batchId: id,
        rowNo: index + 2,
        cells: sealCells('FIRMS', { name: `导入所${index}` }),
        outcome: 'NEW' as const,
      })),
    })
    return id
  })
}

function hash(): string {
  return randomUUID().replaceAll('-', '').repeat(2)
}
