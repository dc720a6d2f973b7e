import { randomUUID } from 'node:crypto'

import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { textsIn } from '../harness/examples.ts'
import { scan } from '../harness/scan.ts'

const bureau = useBureau()

/** A visit of the demo's adviser today; answers where. */
async function visitToday(): Promise<string> {
  const found = await bureau.ask(
    'lawyer',
    '{ pairings(first: 1, filter: { status: [ACTIVE] }) { edges { node { pairing: id community { community: code } } } } }',
  )
  const { pairing, community = '' } = Object.fromEntries(textsIn(found))
  // Not more than half a day from any hour at which the test may run.
  const planned = await bureau.ask(
    'lawyer',
    `mutation { planVisit(input: { idempotencyKey: "${randomUUID()}", pairingId: "${pairing}",
       plannedOn: "${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}", startTime: "11:30", endTime: "12:20" }) {
       __typename ... on Refusal { message } } }`,
  )
  expect(planned).toEqual({ planVisit: { __typename: 'Visit' } })
  return community
}

test('社区墙上打印的签到码扫得出来；顾问用手机打开扫到的地址，签到算“扫码”，不问定位', async () => {
  const community = await visitToday()
  const wall = await bureau.openAs('admin', `/check-in-codes/${community}`)
  const code = wall.getByLabel(/的签到码$/)
  await code.waitFor()
  const address = await scan(code)
  expect(address.startsWith(`${bureau.address()}/check-in/${community}/`)).toBe(true)

  const phone = await bureau.openAs('lawyer', address.slice(bureau.address().length), { width: 375 })
  await phone.getByRole('button', { name: '签到' }).first().click()
  await phone.getByRole('button', { name: '签退' }).waitFor()
  await phone.getByText(/\d 签到/).waitFor()
  const kept = await bureau.ask(
    'lawyer',
    `{ visits(filter: { communityCode: "${community}", status: [CHECKED_IN] }, first: 1) { edges { node { checkInMethod doubts } } } }`,
  )
  expect(JSON.stringify(kept)).toContain('"checkInMethod":"QR"')
  expect(JSON.stringify(kept)).not.toContain('未取得定位')
})
