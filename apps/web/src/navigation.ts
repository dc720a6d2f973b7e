import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  ClusterOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FundOutlined,
  HistoryOutlined,
  ImportOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

import { paths } from './paths.ts'

/** A place to go: shown to viewers who may do `act`, at the foot of a phone's screen when `phone`. */
export interface Entry {
  path: string
  label: string
  icon: ComponentType
  /** The act that opens it, as in the API's table of acts. */
  act: string
  /** Takes it off the list of those who may do this act: they have a better page for the same things. */
  unless?: string
  phone?: boolean
}

export interface Group {
  label: string
  entries: readonly Entry[]
}

/** The whole navigation. A new page adds its line here and in routes.tsx. */
export const navigation: readonly Group[] = [
  {
    label: '总览',
    entries: [
      { path: paths.overview(), label: '工作总览', icon: FundOutlined, act: 'overview:read' },
      { path: paths.areaFigures('register'), label: '执业队伍', icon: SolutionOutlined, act: 'overview:read' },
      { path: paths.today(), label: '今日', icon: ClockCircleOutlined, act: 'serviceLog:write', phone: true },
    ],
  },
  {
    label: '一社区一顾问',
    entries: [
      { path: paths.pairingDesk(), label: '结对工作台', icon: UsergroupAddOutlined, act: 'pairing:write' },
      { path: paths.pairings(), label: '结对', icon: ApartmentOutlined, act: 'pairing:read' },
      {
        path: paths.duties(),
        label: '值勤安排',
        icon: CalendarOutlined,
        act: 'duty:read',
        unless: 'serviceLog:write',
        phone: true,
      },
      { path: paths.visits(), label: '驻点', icon: CarryOutOutlined, act: 'visit:read', phone: true },
      { path: paths.serviceLogs(), label: '日志', icon: FileTextOutlined, act: 'serviceLog:read', phone: true },
    ],
  },
  {
    label: '名册',
    entries: [
      { path: paths.communities(), label: '社区', icon: EnvironmentOutlined, act: 'place:read' },
      { path: paths.streets(), label: '街道', icon: ClusterOutlined, act: 'place:read' },
      { path: paths.firms(), label: '执业机构', icon: BankOutlined, act: 'firm:read' },
      { path: paths.practitioners(), label: '执业人员', icon: TeamOutlined, act: 'practitioner:read' },
      { path: paths.imports(), label: '导入', icon: ImportOutlined, act: 'import:write' },
    ],
  },
  {
    label: '系统管理',
    entries: [
      { path: paths.accounts(), label: '账号', icon: UserOutlined, act: 'account:read' },
      { path: paths.dictionaries(), label: '字典', icon: BookOutlined, act: 'dictionary:write' },
      { path: paths.settings(), label: '参数', icon: SettingOutlined, act: 'account:read' },
      { path: paths.audit(), label: '操作日志', icon: AuditOutlined, act: 'audit:read' },
      { path: paths.signIns(), label: '登录日志', icon: HistoryOutlined, act: 'audit:read' },
    ],
  },
]

/** The part of the navigation that a viewer with these acts has a use for. */
export function navigationFor(acts: readonly string[]): Group[] {
  return navigation
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter((it) => acts.includes(it.act) && !(it.unless && acts.includes(it.unless))),
    }))
    .filter((group) => group.entries.length > 0)
}

/** The tabs of a phone, the viewer's own page last. Those who only read have a menu instead. */
export function tabsFor(acts: readonly string[]): Entry[] {
  if (!acts.includes('duty:read') || acts.includes('account:read')) return []
  const tabs = navigationFor(acts).flatMap(({ entries }) => entries.filter((it) => it.phone))
  return [...tabs, { path: paths.me(), label: '我的', icon: UserOutlined, act: 'self', phone: true }]
}
