import { readdirSync, readFileSync } from 'node:fs'

import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type DemoUser, useBureau } from './harness/bureau.ts'
import { lookOverDialog } from './harness/dialog.ts'
import { fillIn, textsIn } from './harness/examples.ts'

const bureau = useBureau()

/** Where dialogs, drawers and popovers open: who, on which page, by which buttons or links. */
interface Place {
  readonly who: DemoUser
  readonly path: string
  readonly openers: readonly (string | RegExp)[]
  /** What has to be done before they are there. */
  readonly first?: (page: Page) => Promise<unknown>
  /** Of this width only. */
  readonly only?: 375 | 1440
}

/** A look at a number, which the operation log then holds. */
const aLook = async (page: Page) => {
  await bureau.ask(
    'admin',
    `mutation { revealSensitive(input: { id: "${examples['practitioner']}", field: PHONE, reason: "核对联系方式" }) {
       __typename } }`,
  )
  await page.reload()
}

const chooseRows = async (page: Page) => page.getByRole('checkbox', { name: '选择这一行' }).first().check()

/** By the source file that opens them. */
const places: Readonly<Record<string, Place>> = {
  'practitioners/TransferDialog': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['转所'] },
  'practitioners/MoveButtons': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['停止执业', '注销'] },
  'practitioners/AssessDialog': {
    who: 'admin',
    path: '/practitioners/{practitioner}',
    openers: ['登记考核', /^更正 \d{4} 年度考核$/],
  },
  'practitioners/SanctionDialogs': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['登记惩戒'] },
  'ui/MaskedValue': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['查看手机号码'] },
  'practitioners/BatchAssess': {
    who: 'admin',
    path: '/practitioners',
    openers: ['登记年度考核'],
    first: chooseRows,
    only: 1440,
  },
  'ui/SavedViews': { who: 'admin', path: '/practitioners', openers: ['视图'] },
  'ui/ColumnChooser': { who: 'admin', path: '/practitioners', openers: ['列'], only: 1440 },
  'ui/FilterDrawer': { who: 'admin', path: '/practitioners', openers: ['筛选'], only: 375 },
  'firms/FirmMoveButtons': { who: 'admin', path: '/firms/{firm}', openers: ['停业整顿', '注销'] },
  'firms/InspectDialog': { who: 'admin', path: '/firms/{firm}', openers: ['登记检查', /^更正 \d{4} 年度检查考核$/] },
  'communities/MergeButton': { who: 'admin', path: '/communities/{community}', openers: [/撤并/] },
  'pairings/RenewDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['续聘'] },
  'pairings/ReplaceDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['更换顾问'] },
  'pairings/PauseDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['暂停'] },
  'pairings/GradeDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['登记考核'] },
  'pairings/TerminateDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['解聘'] },
  'pairings/PairingActs': { who: 'admin', path: '/pairings/{proposed}', openers: ['确认', '不予通过'] },
  'serviceLogs/ServiceLogActs': { who: 'admin', path: '/service-logs/{log}', openers: ['作废', '退回', '确认'] },
  'serviceLogs/ReviewLogs': {
    who: 'admin',
    path: '/service-logs?state=SUBMITTED',
    openers: ['退回', '作废', '确认'],
    first: chooseRows,
    only: 1440,
  },
  'serviceLogs/DiscardButton': {
    who: 'lawyer',
    path: '/service-logs/new',
    openers: ['不记了'],
    first: (page) => page.getByRole('button', { name: '服务人次加一' }).click(),
  },
  'visits/VisitActs': { who: 'admin', path: '/visits/{completed}', openers: ['作废', '社区有异议', '代社区确认'] },
  'visits/RescheduleDrawer': { who: 'firm', path: '/visits/{planned}', openers: ['取消', '改期'] },
  'visits/PlanVisitDrawer': { who: 'firm', path: '/visits/{missed}', openers: ['安排补到'] },
  'duties/PlanMonthDrawer': { who: 'firm', path: '/duties', openers: ['一次排好'] },
  'duties/RemindDrawer': { who: 'firm', path: '/duties?month={lastMonth}', openers: ['催办'] },
  'overview/FactsDrawer': { who: 'leader', path: '/overview?period={lastMonth}', openers: [/^法治讲座 /] },
  'audit/AuditDetail': { who: 'admin', path: '/audit', openers: [/^查看/], first: aLook },
  'settings/SettingDrawer': { who: 'sysadmin', path: '/settings', openers: [/^(?:修改|查看)/] },
  'settings/SettingsPage': { who: 'admin', path: '/settings', openers: [/的变更历史$/] },
  'dictionaries/DictionariesPage': { who: 'admin', path: '/dictionaries', openers: [/^新增/] },
  'dictionaries/DictionaryTable': { who: 'admin', path: '/dictionaries', openers: [/^给.*改名$/, '停用'] },
  'accounts/AccountActs': {
    who: 'sysadmin',
    path: '/accounts/{account}',
    openers: ['重置密码', '停用账号', '修改'],
  },
  'accounts/AccountGrants': { who: 'sysadmin', path: '/accounts/{account}', openers: ['增加授权', '终止'] },
  'accounts/LiveSessionsPage': { who: 'sysadmin', path: '/accounts/sessions', openers: ['强制下线'] },
  'session/SessionsPage': { who: 'admin', path: '/me/sessions', openers: ['其他设备全部下线', '下线'] },
  'calendar/CalendarFeedPage': {
    who: 'lawyer',
    path: '/me/calendar',
    openers: ['更换地址', '停用'],
    first: (page) => page.getByRole('button', { name: '开通' }).click(),
  },
  'shell/PhoneMenuDrawer': { who: 'leader', path: '/me', openers: ['打开导航'], only: 375 },
  useLeaveGuard: {
    who: 'admin',
    path: '/communities/new',
    openers: ['社区'],
    first: (page) => page.getByLabel('社区名称').fill('没有保存的社区'),
  },
  'sheets/ExportButton': {
    who: 'admin',
    path: '/firms',
    openers: ['导出'],
    first: (page) =>
      page.route('**/api/sheets/**', (route) => route.fulfill({ status: 422, json: { message: '太多了，先筛选。' } })),
  },
}

/** Those that need a story first; the journeys look at them. */
const toldElsewhere = [
  'imports/ImportCommit',
  'imports/ImportUndo',
  'pairings/PreviewPage',
  'pairings/UndoButton',
  'pairings/PairDialog',
  'visits/AttendanceButtons',
]

/** No dialogs but words at a button, which the overview's own test looks at. */
const words = ['overview/FigureCard']

/** Kinds of dialog that others fill. */
const kinds = ['ActButton', 'ActDialog', 'ui/ConfirmButton', 'ui/DetailDrawer', 'ui/FormDialog', 'ui/ProgressDialog']

const lastMonth = new Date(Date.now() - 26 * 86_400_000).toISOString().slice(0, 7)
let examples: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  const found = await Promise.all([
    bureau.ask(
      'admin',
      `{ active: pairings(first: 1, filter: { status: [ACTIVE] }) {
           edges { node { pairing: id community { community: code } practitioner { practitioner: id firm { firm: id } } } } }
         early: pairings(first: 1, filter: { status: [PROPOSED] }) { edges { node { proposed: id } } }
         serviceLogs(first: 1, filter: { status: [SUBMITTED] }) { edges { node { log: id } } }
         visits(first: 1, filter: { status: [COMPLETED] }) { edges { node { completed: id } } } }`,
    ),
    bureau.ask(
      'firm',
      `{ ahead: visits(first: 1, filter: { status: [PLANNED] }) { edges { node { planned: id } } }
         gone: visits(first: 1, filter: { status: [MISSED] }) { edges { node { missed: id } } } }`,
    ),
    bureau.ask('sysadmin', '{ accounts(first: 1) { edges { node { account: id } } } }'),
  ])
  examples = { lastMonth, ...Object.fromEntries(found.flatMap(textsIn)) }
})

test('没有漏看的对话框、抽屉和弹出层', () => {
  const source = new URL('../apps/web/src/', import.meta.url)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.tsx'))
  const opening = files.filter((it) =>
    /<(?:ActButton|ActDialog|ConfirmButton|DetailDrawer|FormDialog|ProgressDialog|Modal|Drawer|Popover)\b/.test(
      readFileSync(new URL(it, source), 'utf8'),
    ),
  )
  const named = opening.map((it) => it.replaceAll('\\', '/').replace('.tsx', '')).filter((it) => !it.startsWith('kit/'))
  expect(named.toSorted()).toEqual([...Object.keys(places), ...toldElsewhere, ...words, ...kinds].toSorted())
})

describe('每个对话框：键盘进得去、出得来，焦点回到原处，没有无障碍问题', () => {
  test.each(Object.entries(places))('%s', async (_file, { who, path, openers, first, only }) => {
    const page = await bureau.openAs(who, fillIn(path, examples))
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await first?.(page)
    for (const name of openers) {
      const exact = typeof name === 'string'
      const opener = page
        .getByRole('main')
        .or(page.getByRole('banner'))
        .getByRole('button', { name, exact })
        .or(page.getByRole('main').getByRole('link', { name, exact }))
        .filter({ visible: true })
      if (only === 375) await page.setViewportSize({ width: 375, height: 812 })
      await lookOverDialog(page, opener, only ? [only] : undefined)
    }
    bureau.forgive(/422/)
  })
})
