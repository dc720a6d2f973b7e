/**
 * The lists a bureau starts with and may edit: topics (one taxonomy for specialties, needs, logs and petitions)
 * and service types with the counts each is measured in. Codes are immutable.
 */
import type { DictionaryItem } from './dictionaries.ts'
import { serviceLogFields as fields } from './serviceLog.fields.ts'

/** 事项类别, also 专业特长 and 社区需求. */
export const defaultTopics = [
  { code: 'LABOUR', label: '劳动争议' },
  { code: 'DEMOLITION', label: '征地拆迁' },
  { code: 'PROPERTY_MGMT', label: '物业' },
  { code: 'HOUSING', label: '房产' },
  { code: 'MARRIAGE_FAMILY', label: '婚姻家庭' },
  { code: 'INHERITANCE', label: '继承' },
  { code: 'CONTRACT_DEBT', label: '合同债务' },
  { code: 'TRAFFIC', label: '交通事故' },
  { code: 'WORK_INJURY', label: '工伤' },
  { code: 'CONSUMER', label: '消费' },
  { code: 'NEIGHBOUR', label: '相邻关系' },
  { code: 'MEDICAL', label: '医疗' },
  { code: 'ADMIN_DISPUTE', label: '行政争议' },
  { code: 'LITIGATION_PETITION', label: '涉法涉诉' },
  { code: 'CORPORATE', label: '公司/股权' },
  { code: 'IP', label: '知识产权' },
  { code: 'BANKRUPTCY', label: '破产重整' },
  { code: 'TAX', label: '税务' },
  { code: 'CRIMINAL', label: '刑事' },
  { code: 'ELDER_SUPPORT', label: '赡养' },
  { code: 'OTHER', label: '其他' },
] as const satisfies readonly DictionaryItem[]

/** What a log counts: 人次 persons × occasions, 件 matters, 场 sessions, 份 copies (BR-27). */
export type CountKind = 'persons' | 'items' | 'sessions' | 'copies'

/** Unit and label of each count. */
export const countKinds: readonly { readonly kind: CountKind; readonly unit: string; readonly label: string }[] = [
  { kind: 'persons', unit: '人次', label: fields.persons.label },
  { kind: 'items', unit: '件', label: fields.items.label },
  { kind: 'sessions', unit: '场', label: fields.sessions.label },
  { kind: 'copies', unit: '份', label: fields.copies.label },
]

/** A kind of service, with the counts that apply; the first is the one its figure is reported in. */
export interface ServiceTypeItem extends DictionaryItem {
  readonly counts: readonly CountKind[]
}

/** 服务类型. */
export const defaultServiceTypes = [
  { code: 'CONSULTATION', label: '咨询', counts: ['persons', 'items'] },
  { code: 'LECTURE', label: '讲座', counts: ['sessions', 'persons'] },
  { code: 'MEDIATION', label: '调解', counts: ['items', 'persons'] },
  { code: 'TRAINING', label: '培训骨干', counts: ['sessions', 'persons'] },
  { code: 'LEAFLETS', label: '发放资料', counts: ['copies'] },
  { code: 'AID_REFERRAL', label: '法援引导', counts: ['items', 'persons'] },
  { code: 'DRAFTING', label: '代写文书', counts: ['copies', 'items'] },
  { code: 'RULES', label: '完善制度', counts: ['items'] },
  { code: 'CONTRACT_REVIEW', label: '合同审查', counts: ['copies', 'items'] },
  { code: 'SUGGESTION', label: '意见建议', counts: ['items'] },
  { code: 'RISK_CHECK', label: '风险排查', counts: ['items', 'sessions'] },
  { code: 'OTHER', label: '其他', counts: ['persons', 'items', 'sessions', 'copies'] },
] as const satisfies readonly ServiceTypeItem[]

/** The counts a service type is measured in; a type the bureau added itself may use all. */
export function countsOf(serviceType: string): readonly CountKind[] {
  const known = defaultServiceTypes.find((type) => type.code === serviceType)
  return known?.counts ?? countKinds.map((count) => count.kind)
}
