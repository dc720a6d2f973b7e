import {
  ApartmentOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  FileTextOutlined,
  FundOutlined,
  SettingOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

import { paths } from './paths.ts'

/** A place to go, shown to viewers who may do `act`. */
export interface Entry {
  path: string
  label: string
  /** The act that opens it, as in the API's table of acts. */
  act: string
  /** Takes it off the list of those who may do this act: they have a better page for the same things. */
  unless?: string
  /** Its icon at the foot of a phone's screen; without one it stands in the menu only. */
  tab?: ComponentType
}

/** One of the bureau's areas of work, with its pages. */
export interface Area {
  label: string
  icon: ComponentType
  entries: readonly Entry[]
}

/** The whole navigation. A new page adds its line here and in routes.tsx; a new area is one more entry of this list. */
const navigation: readonly Area[] = [
  {
    label: '总览',
    icon: FundOutlined,
    entries: [
      { path: paths.overview(), label: '工作总览', act: 'overview:read' },
      { path: paths.areaFigures('register'), label: '执业队伍', act: 'overview:read' },
      { path: paths.today(), label: '今日', act: 'serviceLog:write', tab: ClockCircleOutlined },
    ],
  },
  {
    label: '一社区一顾问',
    icon: ApartmentOutlined,
    entries: [
      { path: paths.pairingDesk(), label: '结对工作台', act: 'pairing:write' },
      { path: paths.pairings(), label: '结对', act: 'pairing:read' },
      { path: paths.duties(), label: '值勤安排', act: 'duty:read', unless: 'serviceLog:write', tab: CalendarOutlined },
      { path: paths.visits(), label: '驻点', act: 'visit:read', tab: CarryOutOutlined },
      { path: paths.serviceLogs(), label: '日志', act: 'serviceLog:read', tab: FileTextOutlined },
    ],
  },
  {
    label: '名册',
    icon: TeamOutlined,
    entries: [
      { path: paths.communities(), label: '社区', act: 'place:read' },
      { path: paths.streets(), label: '街道', act: 'place:read' },
      { path: paths.firms(), label: '执业机构', act: 'firm:read' },
      { path: paths.practitioners(), label: '执业人员', act: 'practitioner:read' },
      { path: paths.imports(), label: '导入', act: 'import:write' },
    ],
  },
  {
    label: '系统管理',
    icon: SettingOutlined,
    entries: [
      { path: paths.accounts(), label: '账号', act: 'account:read' },
      { path: paths.dictionaries(), label: '字典', act: 'dictionary:write' },
      { path: paths.settings(), label: '参数', act: 'account:read' },
      { path: paths.audit(), label: '操作日志', act: 'audit:read' },
      { path: paths.signIns(), label: '登录日志', act: 'audit:read' },
    ],
  },
]

/** How many places beside one's own page the foot of a phone's screen has room for. */
const tabs = 4

/** The part of the navigation that a viewer with these acts has a use for. */
export function navigationFor(acts: readonly string[]): Area[] {
  return navigation
    .map((area) => ({
      ...area,
      entries: area.entries.filter((it) => acts.includes(it.act) && !(it.unless && acts.includes(it.unless))),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** The area that the page at this address belongs to, if any. */
export function areaAt(areas: readonly Area[], pathname: string): Area | undefined {
  return areas.find(({ entries }) => entries.some(({ path }) => `${pathname}/`.startsWith(`${path}/`)))
}

/** The tabs of a phone, the viewer's own page last. Those who only read have a menu instead. */
export function tabsFor(acts: readonly string[]): Pick<Entry, 'path' | 'label' | 'tab'>[] {
  if (!acts.includes('duty:read') || acts.includes('account:read')) return []
  const found = navigationFor(acts).flatMap(({ entries }) => entries.filter((it) => it.tab))
  return [...found.slice(0, tabs), { path: paths.me(), label: '我的', tab: UserOutlined }]
}
