/**
 * The demo bureau: Haishu with its real streets and communities, and invented firms, people, pairings and visits of the
 * last two years. Made from a fixed seed: the same day gives the same bureau.
 */
import { connect } from '@sitai/db/connect'
import { todayIn } from '@sitai/rules/calendar'
import { demoPassword, makeAccounts } from './accounts.ts'
import { chanceOf } from './chance.ts'
import { makeFirms, nameDirectors } from './firms.ts'
import { makePairings } from './pairings.ts'
import { makePeople } from './people.ts'
import { district, makePlaces } from './places.ts'
import { makeServiceLogs } from './serviceLogs.ts'
import { makeVisits } from './visits.ts'

const FIXED_SEED = 330_203

export { demoPassword, demoSignIns } from './accounts.ts'

/**
 * Loads the demo bureau into an empty, migrated database, in one transaction: all of it or nothing.
 * Answers false, and does nothing, when the database has a bureau already. Phone and ID numbers are encrypted with the
 * key of SITAI_DATA_DIR, as the server will read them. Run as the owner of the database.
 */
export async function seed(ownerUrl: string, onProgress: (line: string) => void = () => {}): Promise<boolean> {
  process.env['DATABASE_URL'] ??= ownerUrl
  const { encrypt, blindIndex } = await import('../../apps/api/src/sensitive/crypto.ts')
  const { hashPassword } = await import('../../apps/api/src/session/password.ts')
  const db = connect(ownerUrl, { poolSize: 1 })
  try {
    if ((await db.bureau.count()) > 0) return false
    const now = new Date()
    const today = todayIn(now)
    const chance = chanceOf(FIXED_SEED)
    const places = makePlaces(chance, encrypt)
    const firms = makeFirms(chance, Number(today.slice(0, 4)))
    const people = makePeople(chance, firms.known, today, { encrypt, blindIndex })
    nameDirectors(firms.firms, people.known)
    const pairings = makePairings(chance, places.placed, people.known, today)
    const visits = makeVisits(chance, pairings.known, today)
    const serviceLogs = makeServiceLogs(chance, visits.kept, now)
    const accounts = makeAccounts(chance, await hashPassword(demoPassword), firms.known, people.known, pairings.known)

    const report = (what: string, count: number) => onProgress(`演示数据：${what} ${count}`)
    await db.$transaction(
      async (tx) => {
        const viewer = JSON.stringify({ actorName: '演示数据', act: 'seed', requestId: 'seed', divisionCode: district })
        await tx.$queryRaw`SELECT set_config('sitai.viewer', ${viewer}, true)`
        // What nobody did leaves no line in the log of what people did: two years of invented facts are not acts.
        for (const table of [
          'visit',
          'service_log',
          'community',
          'community_demand',
          'practitioner_specialty',
          'annual_assessment',
        ]) {
          await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER audit`)
        }
        await tx.division.createMany({
          data: [
            { code: '33', name: '浙江省' },
            { code: '3302', name: '宁波市' },
            { code: district, name: '海曙区' },
          ],
        })
        await tx.bureau.create({
          data: { divisionCode: district, name: '宁波市海曙区司法局', shortName: '海曙区司法局', isDemo: true },
        })
        await tx.street.createMany({ data: places.streets })
        await tx.community.createMany({ data: places.communities })
        await tx.communityDemand.createMany({ data: places.demands })
        report('社区、村', places.communities.length)
        await tx.firm.createMany({ data: firms.firms })
        await tx.firmInspection.createMany({ data: firms.inspections })
        await tx.practitioner.createMany({ data: people.practitioners })
        await tx.firmMembership.createMany({ data: people.memberships })
        await tx.practitionerSpecialty.createMany({ data: people.specialties })
        await tx.annualAssessment.createMany({ data: people.assessments })
        await tx.sanction.createMany({ data: people.sanctions })
        report('执业人员', people.practitioners.length)
        await tx.pairing.createMany({ data: pairings.rows })
        await tx.pairingPause.createMany({ data: pairings.pauses })
        report('结对', pairings.rows.length)
        for (const rows of chunks(visits.rows)) await tx.visit.createMany({ data: rows })
        report('驻点', visits.rows.length)
        for (const rows of chunks(serviceLogs)) await tx.serviceLog.createMany({ data: rows })
        report('工作日志', serviceLogs.length)
        await tx.account.createMany({ data: accounts.accounts })
        await tx.grant.createMany({ data: accounts.grants })
        for (const table of [
          'visit',
          'service_log',
          'community',
          'community_demand',
          'practitioner_specialty',
          'annual_assessment',
        ]) {
          await tx.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER audit`)
        }
      },
      { timeout: 600_000, maxWait: 10_000 },
    )
    await db.$executeRaw`ANALYZE`
    return true
  } finally {
    await db.$disconnect()
  }
}

/** PostgreSQL takes 65,535 parameters in a statement. */
function chunks<T>(rows: readonly T[], size = 1000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}
