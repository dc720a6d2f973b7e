import { readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from '@jest/globals'

import { type DemoUser, useBureau } from './harness/bureau.ts'
import { fillIn, textsIn } from './harness/examples.ts'
import { lookOver } from './harness/lookOver.ts'

const bureau = useBureau()

/** Every route of the web by its name in paths.ts: who uses it, and where an example is. */
const pages = {
  signIn: [null, '/sign-in'],
  home: ['sysadmin', '/'],
  me: ['lawyer', '/me'],
  password: ['lawyer', '/me/password'],
  sessions: ['admin', '/me/sessions'],
  overview: ['leader', '/overview'],
  today: ['lawyer', '/today'],
  calendarFeed: ['lawyer', '/me/calendar'],
  checkIn: ['lawyer', '/check-in/{community}/mark'],
  checkInCode: ['admin', '/check-in-codes/{community}'],
  pairings: ['admin', '/pairings'],
  pairingDesk: ['admin', '/pairing-desk'],
  pairingPreview: ['admin', '/pairing-desk/preview?code={free}'],
  pairing: ['admin', '/pairings/{pairing}'],
  streets: ['admin', '/streets'],
  newStreet: ['admin', '/streets/new'],
  editStreet: ['admin', '/streets/{street}/edit'],
  communities: ['admin', '/communities'],
  newCommunity: ['admin', '/communities/new'],
  community: ['admin', '/communities/{community}'],
  editCommunity: ['admin', '/communities/{community}/edit'],
  firms: ['admin', '/firms'],
  newFirm: ['admin', '/firms/new'],
  firm: ['firm', '/firms/{firm}'],
  editFirm: ['firm', '/firms/{firm}/edit'],
  practitioners: ['firm', '/practitioners'],
  newPractitioner: ['firm', '/practitioners/new'],
  practitioner: ['admin', '/practitioners/{practitioner}'],
  editPractitioner: ['admin', '/practitioners/{practitioner}/edit'],
  duties: ['firm', '/duties'],
  visits: ['lawyer', '/visits'],
  visit: ['lawyer', '/visits/{visit}'],
  serviceLogs: ['admin', '/service-logs'],
  logService: ['lawyer', '/service-logs/new'],
  serviceLog: ['admin', '/service-logs/{log}'],
  editServiceLog: ['lawyer', '/service-logs/{log}/edit'],
  imports: ['admin', '/imports'],
  accounts: ['sysadmin', '/accounts'],
  newAccount: ['sysadmin', '/accounts/new'],
  batchAccounts: ['sysadmin', '/accounts/batch'],
  liveSessions: ['sysadmin', '/accounts/sessions'],
  account: ['sysadmin', '/accounts/{account}'],
  dictionaries: ['admin', '/dictionaries'],
  settings: ['admin', '/settings'],
  audit: ['admin', '/audit'],
  signIns: ['admin', '/logins'],
} as const satisfies Readonly<Record<string, readonly [who: DemoUser | null, path: string]>>

/** Pages that need a story first; the journeys look at them. */
const toldElsewhere = ['firstPassword', 'import']

let examples: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  const found = await Promise.all([
    bureau.ask(
      'lawyer',
      `{ pairings(first: 1, filter: { status: [ACTIVE] }) { edges { node { pairing: id community { community: code } } } }
         visits(first: 1) { edges { node { visit: id } } }
         serviceLogs(first: 1, filter: { status: [SUBMITTED, RETURNED] }) { edges { node { log: id } } } }`,
    ),
    bureau.ask(
      'firm',
      `{ firms(first: 1) { edges { node { firm: id } } } practitioners(first: 1) { edges { node { practitioner: id } } } }`,
    ),
    bureau.ask('admin', `{ streets { street: code } pairingDesk(first: 1) { nodes { community { free: code } } } }`),
    bureau.ask('sysadmin', `{ accounts(first: 1) { edges { node { account: id } } } }`),
  ])
  examples = Object.fromEntries(found.flatMap(textsIn))
})

test('没有漏看的页面', () => {
  const routes = readFileSync(new URL('../apps/web/src/routes.tsx', import.meta.url), 'utf8')
  const named = [...routes.matchAll(/page\(paths\.(\w+)\(/g)].map((it) => it[1])
  expect(new Set(named)).toEqual(new Set([...Object.keys(pages), ...toldElsewhere]))
})

describe('每个页面', () => {
  test.each(Object.entries(pages))(
    '%s 有标题，没有无障碍问题，不横向滚动，只用键盘也能用',
    async (_name, [who, path]) => {
      const address = fillIn(path, examples)
      const page = who ? await bureau.openAs(who, address) : await bureau.open(address)
      await lookOver(page)
      expect(await page.getByText('内容已不存在').count()).toBe(0)
    },
  )
})
