/**
 * The bureau's settings: every number of the rules. Numbers of other districts are examples, so each is a setting with a
 * default, never a constant. Code asks for `Settings`; the admin page draws itself from `settingCatalogue`.
 */
import { z } from 'zod'
import { accept, type Checked, refuse } from './checked.ts'
import { cleanIdentifier } from './text.ts'

/** The heading a setting stands under on the admin page. */
export type SettingGroup = '结对' | '驻点与日志' | '推荐评分' | '登录与密码' | '文件与导出' | '统计与人员'

/** What the admin page shows of a setting. */
export interface SettingMeta {
  readonly label: string
  readonly group: SettingGroup
  /** Unit behind the number, e.g. 天; empty for a plain number. */
  readonly unit: string
  /** One sentence: what the number does, with the rule it comes from. */
  readonly help: string
  readonly min: number
  readonly max: number
  readonly default: number
}

const catalogue = z.registry<SettingMeta>()

/** A whole number within bounds; messages are Chinese and name the setting. */
function whole(group: SettingGroup, label: string, unit: string, bounds: [number, number, number], help: string) {
  const [standard, min, max] = bounds
  const outside = `「${label}」应为${min}至${max}之间的整数`
  const schema = z.int({ error: outside }).min(min, { error: outside }).max(max, { error: outside }).default(standard)
  catalogue.add(schema, { label, group, unit, help, min, max, default: standard })
  return schema
}

/** A number of a rule that nothing obeys yet: it has its default, and no page offers to change what changes nothing. */
function later([standard, min, max]: [number, number, number]) {
  return z.int().min(min).max(max).default(standard)
}

/** Bounds are written [default, least, greatest]. */
const settingsSchema = z.object({
  visitsPerMonth: whole('结对', '每月驻点次数', '次', [1, 0, 31], '每个结对每月应到社区的次数。'), // BR-12
  capacityDefault: whole(
    '结对',
    '默认可担任社区数',
    '个',
    [3, 1, 20],
    '未单独设定时，一名顾问最多担任的社区数。', // BR-02
  ),
  capacityCap: whole('结对', '社区数上限', '个', [5, 1, 5], '任何顾问都不得超过的社区数。'), // BR-02
  maxTermYears: whole('结对', '最长聘期', '年', [3, 1, 10], '一个聘期最长的年数。'),
  termYears: whole('结对', '默认聘期', '年', [2, 1, 10], '新结对时预填的聘期年数。'),
  pairingExpiringDays: whole(
    '结对',
    '到期提醒天数',
    '天',
    [60, 1, 365],
    '聘期余下不足此天数且未续聘的，列为即将到期。',
  ),
  pairingUndoHours: whole(
    '结对',
    '结对撤销时限',
    '小时',
    [24, 1, 168],
    '新结对在多少小时内、尚无驻点和日志时可以撤销。',
  ),
  rotationTerms: whole(
    '结对',
    '连任届数上限',
    '届',
    [3, 1, 20],
    '同一顾问在同一社区连任达到此届数后，续聘须领导批准。', // BR-10
  ),
  rotationGapDays: whole(
    '结对',
    '连任间隔天数',
    '天',
    [180, 0, 1095],
    '两个聘期间隔不足此天数的，仍视为连任。', // BR-10
  ),
  termStartDay: whole('结对', '当月起算日', '日', [15, 1, 28], '聘期在当月此日或之前开始的，当月即计应到。'), // BR-12
  /** Days from the beginning of service within which there is a letter of appointment (BR-07). */
  letterWithinDays: later([7, 1, 90]),
  yellowFromDay: whole(
    '驻点与日志',
    '黄色提醒日',
    '日',
    [25, 1, 31],
    '当月此日起仍未到位的显示黄色，月末仍未到位转为红色。', // BR-12
  ),
  checkInWindowMinutes: whole(
    '驻点与日志',
    '签到时间窗',
    '分钟',
    [30, 0, 240],
    '计划时间前后多少分钟内签到有效。', // BR-13
  ),
  checkInDistanceMetres: whole(
    '驻点与日志',
    '签到距离',
    '米',
    [500, 10, 10_000],
    '距社区多少米以内签到有效，超出须社区确认。', // BR-13
  ),
  visitMinMinutes: whole(
    '驻点与日志',
    '单次驻点最短时长',
    '分钟',
    [60, 0, 480],
    '签到至签退不足此时长的，记为疑点，须社区确认。',
  ),
  missedGraceDays: whole(
    '驻点与日志',
    '未到位宽限期',
    '天',
    [5, 0, 60],
    '月末之后多少天内仍可补记当月的驻点，过后自动转为「未到位」。', // BR-12
  ),
  logMinCharacters: whole('驻点与日志', '日志最少字数', '字', [15, 1, 500], '工作日志内容至少的字数。'), // BR-15
  logBackDays: whole('驻点与日志', '日志补录期限', '天', [30, 0, 365], '超过此天数的日志须说明补录原因。'), // BR-15
  /** Days a community has for confirming, before the justice office is asked (BR-16). */
  confirmWithinDays: later([7, 1, 60]),
  proximityPerKm: whole('推荐评分', '每公里扣分', '分', [8, 1, 100], '距离每增加一公里，就近得分减少的分数。'),
  adjacentStreetFloor: whole(
    '推荐评分',
    '相邻街道保底分',
    '分',
    [70, 0, 100],
    '执业机构在相邻街道时，就近得分不低于此分。',
  ),
  weightProximity: whole('推荐评分', '就近权重', '', [30, 0, 100], '属地就近在推荐得分中的权重。'),
  /** Weight of what both sides wish, in rounds of appointment. */
  weightMutual: later([30, 0, 100]),
  weightSpecialty: whole('推荐评分', '专业权重', '', [15, 0, 100], '专业对口在推荐得分中的权重。'),
  weightContinuity: whole('推荐评分', '续聘权重', '', [15, 0, 100], '连续服务在推荐得分中的权重。'),
  weightPerformance: whole('推荐评分', '考核权重', '', [10, 0, 100], '上次考核在推荐得分中的权重。'),
  weightFreeCapacity: whole(
    '推荐评分',
    '空余名额权重',
    '',
    [15, 0, 100],
    '人工结对时，空余名额在推荐得分中的权重（均衡配置）。',
  ),
  sessionIdleMinutes: whole('登录与密码', '无操作退出', '分钟', [30, 1, 480], '无操作多少分钟后须重新登录。'),
  sessionAbsoluteHours: whole(
    '登录与密码',
    '最长登录时间',
    '小时',
    [12, 1, 168],
    '登录多少小时后无论是否操作都须重新登录。',
  ),
  lockoutAttempts: whole('登录与密码', '锁定前允许失败次数', '次', [5, 3, 20], '连续登录失败达到此次数后锁定账号。'),
  lockoutMinutes: whole('登录与密码', '锁定时长', '分钟', [15, 1, 1440], '账号锁定多少分钟后自动解除。'),
  passwordMinLength: whole('登录与密码', '密码最短长度', '位', [8, 8, 64], '密码至少的位数。'),
  passwordMinClasses: whole(
    '登录与密码',
    '密码字符种类',
    '种',
    [3, 1, 4],
    '大写字母、小写字母、数字、符号中至少包含的种类数。',
  ),
  passwordHistory: whole('登录与密码', '不得重复的历史密码数', '个', [5, 0, 24], '新密码不得与最近多少个密码相同。'),
  passwordExpiryDays: whole('登录与密码', '密码有效期', '天', [90, 0, 730], '多少天后须更换密码，0表示长期有效。'),
  initialPasswordDays: whole(
    '登录与密码',
    '初始密码有效期',
    '天',
    [30, 1, 365],
    '初始密码多少天内未修改即作废，须由管理员重置。',
  ),
  exportRowCap: whole('文件与导出', '导出行数上限', '行', [50_000, 100, 1_000_000], '一次导出最多的行数。'),
  importRowCap: whole('文件与导出', '导入行数上限', '行', [10_000, 100, 10_000], '一次导入最多的行数。'),
  uploadMaxMegabytes: whole('文件与导出', '上传文件大小上限', 'MB', [10, 1, 100], '单个上传文件的最大体积。'),
  photosPerLog: whole('文件与导出', '每篇日志照片数上限', '张', [9, 0, 50], '一篇工作日志最多附的照片数。'),
  assessmentDueMonth: whole(
    '统计与人员',
    '年度考核结果截止月',
    '月',
    [6, 1, 12],
    '自当月起，执业人员须有上一年度考核结果才可结对。', // BR-03
  ),
  /** Up to this age a lawyer counts as young. */
  youngLawyerAge: later([35, 25, 50]),
  satisfactionMinResponses: whole('统计与人员', '满意度最少份数', '份', [5, 1, 100], '不足此份数时不显示满意度。'),
})

/** Every setting by its key; all are whole numbers. */
export type Settings = Readonly<z.output<typeof settingsSchema>>

/** The key of a setting. */
export type SettingKey = keyof Settings

/** What the admin page lists, in order. */
export interface SettingItem extends SettingMeta {
  readonly key: SettingKey
}

const keys = settingsSchema.keyof().options

/** All settings with label, group, unit, bounds, default and help, in the order of the admin page. */
export const settingCatalogue: readonly SettingItem[] = keys.flatMap((key) => {
  const meta = catalogue.get(settingsSchema.shape[key])
  return meta === undefined ? [] : [{ key, ...meta }]
})

/** The settings of a bureau that has changed none. */
export const defaultSettings: Settings = settingsSchema.parse({})

/** True when a setting of this name exists. */
export function isSettingKey(text: string): text is SettingKey {
  return keys.some((key) => key === text)
}

/** Checks one value as typed (a number, or digits, full-width ones too); the reason is Chinese and names the bounds. */
export function parseSetting(key: SettingKey, value: unknown): Checked<number> {
  const typed = typeof value === 'string' ? cleanIdentifier(value) : value
  const number = typeof typed === 'string' && /^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : typed
  // An absent value would silently become the default.
  const result = settingsSchema.shape[key].safeParse(number ?? null)
  return result.success ? accept(result.data) : refuse(result.error.issues[0]?.message ?? '设置值不正确')
}

/** The stored values over the defaults. A stored value that is no longer within bounds falls back to its default. */
export function settingsFrom(stored: Readonly<Record<string, unknown>>): Settings {
  const values: Partial<Record<SettingKey, number>> = {}
  for (const key of keys) {
    const parsed = parseSetting(key, stored[key])
    if (parsed.ok) values[key] = parsed.value
  }
  return settingsSchema.parse(values)
}

/** What is wrong between settings that are each in order; empty when nothing is. Asked before a change is stored. */
export function settingConflicts(settings: Settings): string[] {
  const weights =
    settings.weightProximity +
    settings.weightSpecialty +
    settings.weightContinuity +
    settings.weightPerformance +
    settings.weightFreeCapacity
  return [
    settings.capacityDefault > settings.capacityCap ? '「默认可担任社区数」不能大于「社区数上限」' : null,
    settings.termYears > settings.maxTermYears ? '「默认聘期」不能长于「最长聘期」' : null,
    weights === 0 ? '各项评分权重不能全部为0' : null,
    settings.sessionIdleMinutes > settings.sessionAbsoluteHours * 60 ? '「无操作退出」不能长于「最长登录时间」' : null,
  ].filter((reason) => reason !== null)
}
