import { areaAt, navigationFor } from '../navigation.ts'
import { paths } from '../paths.ts'

/** A page or an act that opens at an address of its own. */
export interface Place {
  path: string
  label: string
  /** Where it belongs, shown beside it. */
  area: string
}

interface Declared {
  path: string
  label: string
  /** The act that opens it, as in the API's table of acts. */
  act: string
}

/** Pages that no area has. */
const ownPages: readonly Declared[] = [
  { path: paths.me(), label: '我的账号', act: 'self' },
  { path: paths.sessions(), label: '我的登录设备', act: 'self' },
  { path: paths.calendarFeed(), label: '日历订阅', act: 'calendar:write' },
  { path: paths.liveSessions(), label: '在线用户', act: 'account:read' },
]

/** What one can begin at once. A new act adds its line here. */
const acts: readonly Declared[] = [
  { path: paths.logService({}), label: '记日志', act: 'serviceLog:write' },
  { path: paths.serviceLogs({ state: 'SUBMITTED' }), label: '确认日志', act: 'serviceLog:review' },
  { path: paths.visits({ doubtful: '1' }), label: '确认存疑的驻点', act: 'visit:review' },
  { path: paths.pairingDesk({ standing: 'VACANT' }), label: '为没有顾问的社区结对', act: 'pairing:write' },
  { path: paths.newPractitioner(), label: '新增人员', act: 'practitioner:create' },
  { path: paths.newFirm(), label: '新增机构', act: 'firm:create' },
  { path: paths.newCommunity(), label: '新增社区', act: 'place:write' },
  { path: paths.newStreet(), label: '新增街道', act: 'place:write' },
  { path: paths.imports({ kind: 'PRACTITIONERS' }), label: '导入人员', act: 'import:write' },
  { path: paths.imports({ kind: 'FIRMS' }), label: '导入机构', act: 'import:write' },
  { path: paths.imports({ kind: 'COMMUNITIES' }), label: '导入社区', act: 'import:write' },
  { path: paths.newAccount(), label: '开通账号', act: 'account:write' },
  { path: paths.batchAccounts(), label: '批量开通账号', act: 'account:write' },
  { path: paths.password(), label: '修改密码', act: 'self' },
]

/** The pages and the acts that are open to a viewer with these acts. */
export function placesFor(mayDo: readonly string[]): { pages: Place[]; acts: Place[] } {
  const areas = navigationFor(mayDo)
  const open = (declared: readonly Declared[]) =>
    declared
      .filter(({ act }) => mayDo.includes(act))
      .map(({ path, label }) => ({ path, label, area: areaAt(areas, path.replace(/\?.*/, ''))?.label ?? '我的' }))
  return { pages: [...areas.flatMap(({ entries }) => open(entries)), ...open(ownPages)], acts: open(acts) }
}
