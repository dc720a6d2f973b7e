/**
 * Closed lists (a code decides what a rule does) with their Chinese labels. Codes never change; what the bureau may edit
 * (topics, service types) starts from taxonomy.ts and lives in its dictionary.
 */

/** One line of a list: an immutable code and the bureau's word. */
export interface DictionaryItem {
  readonly code: string
  readonly label: string
}

/** The codes of a list, in order; typed, so they feed `z.enum` and GraphQL enums. */
export function codesOf<const Code extends string>(
  items: readonly (DictionaryItem & { readonly code: Code })[],
): Code[] {
  return items.map((item) => item.code)
}

/** The Chinese label of a code; the code itself when the list does not hold it. */
export function labelOf(items: readonly DictionaryItem[], code: string): string {
  return items.find((item) => item.code === code)?.label ?? code
}

/** The code of a Chinese label, as typed in an Excel cell, or of the code itself; undefined when neither is known. */
export function codeOf<const Code extends string>(
  items: readonly (DictionaryItem & { readonly code: Code })[],
  typed: string,
): Code | undefined {
  return items.find((item) => item.label === typed || item.code === typed.toUpperCase())?.code
}

/** 机构类别. */
export const firmKinds = [
  { code: 'LAW_FIRM', label: '律师事务所' },
  { code: 'LEGAL_SERVICE_OFFICE', label: '基层法律服务所' },
] as const satisfies readonly DictionaryItem[]

/** 组织形式 of a law firm. */
export const orgForms = [
  { code: 'GENERAL_PARTNERSHIP', label: '普通合伙' },
  { code: 'SPECIAL_PARTNERSHIP', label: '特殊普通合伙' },
  { code: 'SOLE', label: '个人' },
  { code: 'STATE_FUNDED', label: '国资' },
] as const satisfies readonly DictionaryItem[]

/** 党组织 of a firm. */
export const partyOrgs = [
  { code: 'OWN_BRANCH', label: '独立党支部' },
  { code: 'JOINT_BRANCH', label: '联合党支部' },
  { code: 'NONE', label: '未建' },
] as const satisfies readonly DictionaryItem[]

/** 执业类别 of a practitioner. */
export const practitionerKinds = [
  { code: 'FULL_TIME', label: '专职律师' },
  { code: 'PART_TIME', label: '兼职律师' },
  { code: 'LEGAL_AID', label: '法律援助律师' },
  { code: 'PUBLIC', label: '公职律师' },
  { code: 'COMPANY', label: '公司律师' },
  { code: 'GRASSROOTS_WORKER', label: '基层法律服务工作者' },
] as const satisfies readonly DictionaryItem[]

/** 政治面貌. */
export const politicalStatuses = [
  { code: 'PARTY_MEMBER', label: '中共党员' },
  { code: 'PROBATIONARY_MEMBER', label: '中共预备党员' },
  { code: 'LEAGUE_MEMBER', label: '共青团员' },
  { code: 'DEMOCRATIC_PARTY', label: '民主党派' },
  { code: 'MASSES', label: '群众' },
] as const satisfies readonly DictionaryItem[]

/** 性别. */
export const genders = [
  { code: 'MALE', label: '男' },
  { code: 'FEMALE', label: '女' },
] as const satisfies readonly DictionaryItem[]

/** 律师年度考核 result of a practitioner. */
export const assessmentResults = [
  { code: 'COMPETENT', label: '称职' },
  { code: 'BASICALLY_COMPETENT', label: '基本称职' },
  { code: 'INCOMPETENT', label: '不称职' },
] as const satisfies readonly DictionaryItem[]

/** 年度检查考核 result of a firm. */
export const firmInspectionResults = [
  { code: 'PASSED', label: '合格' },
  { code: 'FAILED', label: '不合格' },
] as const satisfies readonly DictionaryItem[]

/** 顾问考核 grade of an adviser's term (BR-11). */
export const termGrades = [
  { code: 'EXCELLENT', label: '优秀' },
  { code: 'QUALIFIED', label: '合格' },
  { code: 'BASICALLY_QUALIFIED', label: '基本合格' },
  { code: 'UNQUALIFIED', label: '不合格' },
] as const satisfies readonly DictionaryItem[]

/** 惩戒类别. */
export const sanctionKinds = [
  { code: 'ADMINISTRATIVE_PENALTY', label: '行政处罚' },
  { code: 'INDUSTRY_DISCIPLINE', label: '行业处分' },
  { code: 'CIRCULAR', label: '通报' },
] as const satisfies readonly DictionaryItem[]

/** 社区类型. */
export const communityKinds = [
  { code: 'URBAN', label: '社区' },
  { code: 'VILLAGE', label: '村' },
] as const satisfies readonly DictionaryItem[]

/** 社区状态; MERGED when the statistics office gives its code up. */
export const communityStatuses = [
  { code: 'ACTIVE', label: '正常' },
  { code: 'MERGED', label: '已撤并' },
] as const satisfies readonly DictionaryItem[]

/** 席位 of a pairing (BR-01: one lead at an instant). */
export const seats = [
  { code: 'LEAD', label: '首席顾问' },
  { code: 'ASSISTANT', label: '助理顾问' },
] as const satisfies readonly DictionaryItem[]

/** 解聘事由 (BR-09): what the bureau's dictionary starts with. */
export const terminationGrounds = [
  { code: 'OWN_REQUEST', label: '本人申请' },
  { code: 'COMMUNITY_REQUEST', label: '社区申请' },
  { code: 'ASSESSMENT_FAILED', label: '考核不合格' },
  { code: 'PRACTICE_ENDED', label: '停业' },
  { code: 'OTHER', label: '其他' },
] as const satisfies readonly DictionaryItem[]

/** 签到方式; MANUAL needs the community's confirmation (BR-13). */
export const checkInMethods = [
  { code: 'LOCATION', label: '定位签到' },
  { code: 'QR', label: '扫码签到' },
  { code: 'MANUAL', label: '手工补记' },
] as const satisfies readonly DictionaryItem[]

/** 服务方式 of a log that was not on the spot. */
export const remoteChannels = [
  { code: 'PHONE', label: '电话' },
  { code: 'WECHAT', label: '微信' },
  { code: 'VIDEO', label: '视频' },
] as const satisfies readonly DictionaryItem[]

/** 特长等级; a seat that asks for a topic wants level 2 at least (RH5). */
export const specialtyLevels = [
  { code: '1', label: '了解' },
  { code: '2', label: '熟练' },
  { code: '3', label: '专长' },
] as const satisfies readonly DictionaryItem[]

type CodeOf<Items extends readonly DictionaryItem[]> = Items[number]['code']

export type FirmKind = CodeOf<typeof firmKinds>
export type PractitionerKind = CodeOf<typeof practitionerKinds>
export type PoliticalStatus = CodeOf<typeof politicalStatuses>
export type Gender = CodeOf<typeof genders>
export type AssessmentResult = CodeOf<typeof assessmentResults>
export type TermGrade = CodeOf<typeof termGrades>
export type CommunityStatus = CodeOf<typeof communityStatuses>
export type Seat = CodeOf<typeof seats>
