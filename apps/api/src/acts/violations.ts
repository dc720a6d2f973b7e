import { Refusal } from './refusal.ts'

/**
 * What each rule of the database says when it refuses, by the name of its constraint or of the error its trigger
 * raises (prisma/migrations). A rule that is missing here surfaces as an internal error, and a test finds it.
 */
const sayings: Record<string, readonly [code: string, message: string, ...path: string[]]> = {
  pairing_one_lead: ['LEAD_TAKEN', '这个社区在该聘期内已有首席顾问。请先解聘或调整聘期。', 'communityCode'],
  pairing_one_seat: ['ALREADY_PAIRED', '这名顾问在该聘期内已与本社区结对。', 'practitionerId'],
  pairing_term: ['TERM_INVALID', '聘期有误：止日应晚于起日，实际止日应在聘期内。', 'termTo'],
  pairing_commitment: ['COMMITMENT_INVALID', '每月驻点次数应为 1 至 31 次。', 'visitsPerMonth'],
  pairing_end_ground: ['GROUND_REQUIRED', '解聘须写明原因。', 'endGround'],
  pairing_community_active: ['COMMUNITY_NOT_ACTIVE', '这个社区已撤并，不能结对。', 'communityCode'],
  pairing_practitioner_active: ['PRACTITIONER_NOT_ACTIVE', '该人员不在执业状态，不能担任顾问。', 'practitionerId'],
  pairing_firm_active: ['FIRM_NOT_ACTIVE', '其所在机构不在正常状态，不能担任顾问。', 'practitionerId'],
  pairing_sanction: ['SANCTIONED', '该人员在聘期内有未满的处罚或处分，不能担任顾问。', 'practitionerId'],
  pairing_assessment: ['ASSESSED_INCOMPETENT', '该人员最近一次年度考核不称职，不能担任顾问。', 'practitionerId'],
  pairing_capacity: ['CAPACITY_FULL', '该人员结对社区数已满。', 'practitionerId'],
  pairing_succession: ['SUCCESSION_INVALID', '续聘须是同一社区、同一顾问，并自上一期届满之日起。', 'termFrom'],
  pairing_last_grade: ['LAST_TERM_FAILED', '上一聘期考核不合格，不能续聘。'],
  pairing_predecessor_id_key: ['ALREADY_RENEWED', '这一期已经续聘过了。'],
  pairing_pause_once: ['ALREADY_PAUSED', '暂停的时段重叠。'],
  pairing_pause_range: ['RANGE_INVALID', '恢复日应晚于暂停日。'],
  firm_district: ['DISTRICT_INVALID', '机构须属于一个区（县、市）。'],
  practitioner_district: ['DISTRICT_INVALID', '人员须属于一个区（县、市）。'],
  state_transition: ['STATE_CHANGED', '它的状态已经变了，这一步不能再办。请重新载入。'],
  visit_range: ['RANGE_INVALID', '结束时间应晚于开始时间，且不超过 24 小时。', 'endsAt'],
  visit_minutes: ['MINUTES_INVALID', '驻点时长应在 1 分钟至 24 小时之间。'],
  visit_no_invented_hours: ['NO_CHECK_OUT', '没有签到和签退，就不能记时长。'],
  visit_check_out: ['RANGE_INVALID', '签退应晚于签到。'],
  visit_outside_term: ['OUTSIDE_TERM', '这一天不在聘期内。', 'startsAt'],
  visit_make_up_for_id_key: ['ALREADY_MADE_UP', '这一次已经补过了。'],
  visit_rescheduled_from_id_key: ['ALREADY_RESCHEDULED', '这一次已经改期了。'],
  duty_slot_overlap: ['DUTY_OVERLAP', '这个时段与本人其他安排重叠。', 'startsAt'],
  duty_slot_range: ['RANGE_INVALID', '结束时间应晚于开始时间。', 'endsAt'],
  service_log_counts: ['COUNT_INVALID', '数量不能是负数。'],
  service_log_counted: ['COUNT_REQUIRED', '人次、件、场、份至少填一项。', 'persons'],
  service_log_rating: ['RATING_INVALID', '评分应为 1 至 5 分。', 'rating'],
  service_log_returned: ['REASON_REQUIRED', '退回须写明理由。', 'reason'],
  service_log_void: ['REASON_REQUIRED', '作废须写明理由。', 'reason'],
  service_log_outside_term: ['OUTSIDE_TERM', '服务日期不在聘期内。', 'occurredOn'],
  service_log_visit: ['VISIT_MISMATCH', '这次驻点不属于这个结对。', 'visitId'],
  firm_credit_code_key: ['CREDIT_CODE_TAKEN', '已有机构使用这个统一社会信用代码。', 'creditCode'],
  firm_licence_no_key: ['LICENCE_NO_TAKEN', '已有机构使用这个执业许可证号。', 'licenceNo'],
  firm_place: ['PLACE_INVALID', '坐标有误。', 'lat'],
  firm_inspection_firm_id_year_key: ['YEAR_TAKEN', '这一年的检查结果已登记。', 'year'],
  practitioner_licence_no_key: ['LICENCE_NO_TAKEN', '已有人员使用这个执业证号。', 'licenceNo'],
  practitioner_id_no_hash_key: ['ID_NO_TAKEN', '已有人员使用这个身份证号。', 'idNo'],
  practitioner_capacity: ['CAPACITY_INVALID', '结对上限应为 0 至 5 个社区。', 'capacity'],
  practitioner_specialty_level: ['LEVEL_INVALID', '特长等级应为 1 至 3。', 'specialties'],
  annual_assessment_practitioner_id_year_key: ['YEAR_TAKEN', '这一年的考核结果已登记。', 'year'],
  sanction_range: ['RANGE_INVALID', '期满日应晚于起始日。', 'validTo'],
  firm_membership_once: ['MEMBERSHIP_OVERLAP', '执业经历的时段重叠：同一时间只能在一家机构执业。', 'validFrom'],
  firm_membership_range: ['RANGE_INVALID', '止日应晚于起日。', 'validTo'],
  community_code_form: ['CODE_INVALID', '社区代码应为 12 位数字，前 9 位是街道代码。', 'code'],
  street_code_form: ['CODE_INVALID', '街道代码应为 9 位数字，前 6 位是区县代码。', 'code'],
  community_place: ['PLACE_INVALID', '坐标有误。', 'lat'],
  community_population: ['POPULATION_INVALID', '人口数不能是负数。', 'population'],
  community_pkey: ['CODE_TAKEN', '这个社区代码已登记。', 'code'],
  street_pkey: ['CODE_TAKEN', '这个街道代码已登记。', 'code'],
  community_demand_weight: ['WEIGHT_INVALID', '需求权重应为 1 至 5。', 'demands'],
  account_user_name_key: ['USER_NAME_TAKEN', '这个登录名已被使用。', 'userName'],
  account_practitioner_id_key: ['PRACTITIONER_HAS_ACCOUNT', '这名执业人员已有账号。', 'practitionerId'],
  grant_range: ['RANGE_INVALID', '到期时间应晚于生效时间。', 'validTo'],
  grant_once: ['GRANT_HELD', '这个账号已有同样的授权。', 'role'],
  grant_firm: ['FIRM_REQUIRED', '律所管理员须指定一家机构，其他角色不指定。', 'firmId'],
  dict_item_division_code_kind_code_key: ['CODE_TAKEN', '这个代码已存在。', 'code'],
  saved_view_account_id_page_name_key: ['NAME_TAKEN', '已有同名的视图。', 'name'],
}

/** The Refusal of the violated rule, or null when the error is no rule of ours. */
export function refusalOfViolation(error: unknown): Refusal | null {
  const text = textOf(error)
  for (const word of text.match(/[a-z][a-z0-9_]{4,}/g) ?? []) {
    const saying = sayings[word]
    if (saying && Object.hasOwn(sayings, word)) {
      const [code, message, ...path] = saying
      return new Refusal(code, message, path.length > 0 ? path : null)
    }
  }
  return null
}

/** Serialization failures and deadlocks: the same transaction may well succeed when run again. */
export function isRetryable(error: unknown): boolean {
  return /\b(40001|40P01|P2034)\b|deadlock detected|could not serialize/.test(textOf(error))
}

/**
 * What was sent is no value of its column: text that is no uuid, a NUL in a text, a number or day out of range. Forms
 * and opaque ids never send such; whoever writes requests by hand is told so.
 */
export function isUnreadable(error: unknown): boolean {
  return /\b(22P02|22P05|22021|22003|22007|22008|P2023|P2033)\b/.test(textOf(error))
}

export const namedRules: readonly string[] = Object.keys(sayings)

/** Everything the driver said about an error, in one string; it may hold row values, so it is never logged. */
function textOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 3) return String(error)
  const parts: string[] = []
  if (error instanceof Error) parts.push(error.message)
  for (const key of [
    'code',
    'originalCode',
    'originalMessage',
    'constraint',
    'meta',
    'cause',
    'driverAdapterError',
    'fields',
    'index',
  ]) {
    const value: unknown = Reflect.get(error, key)
    if (value !== undefined && value !== null) parts.push(textOf(value, depth + 1))
  }
  if (Array.isArray(error)) parts.push(error.join('_'))
  return parts.join(' ')
}
