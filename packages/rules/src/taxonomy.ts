/**
 * The lists a bureau starts with and may edit: topics (one taxonomy for specialties, needs, logs and petitions; domain.md
 * 3.0) and service types with the counts each is measured in (domain.md 3.1, ServiceLog). Codes are immutable.
 */
import type { DictionaryItem } from './dictionaries.ts'

/** 事项类别, also 专业特长 and 社区需求. */
export const defaultTopics = [
  { code: 'LABOUR', label: '劳动争议', labelEn: 'labour dispute' },
  { code: 'DEMOLITION', label: '征地拆迁', labelEn: 'land acquisition and demolition' },
  { code: 'PROPERTY_MGMT', label: '物业', labelEn: 'property management' },
  { code: 'HOUSING', label: '房产', labelEn: 'housing' },
  { code: 'MARRIAGE_FAMILY', label: '婚姻家庭', labelEn: 'marriage and family' },
  { code: 'INHERITANCE', label: '继承', labelEn: 'inheritance' },
  { code: 'CONTRACT_DEBT', label: '合同债务', labelEn: 'contract and debt' },
  { code: 'TRAFFIC', label: '交通事故', labelEn: 'traffic accident' },
  { code: 'WORK_INJURY', label: '工伤', labelEn: 'work injury' },
  { code: 'CONSUMER', label: '消费', labelEn: 'consumer rights' },
  { code: 'NEIGHBOUR', label: '相邻关系', labelEn: 'neighbour relations' },
  { code: 'MEDICAL', label: '医疗', labelEn: 'medical dispute' },
  { code: 'ADMIN_DISPUTE', label: '行政争议', labelEn: 'administrative dispute' },
  { code: 'LITIGATION_PETITION', label: '涉法涉诉', labelEn: 'litigation-related petition' },
  { code: 'CORPORATE', label: '公司/股权', labelEn: 'company and equity' },
  { code: 'IP', label: '知识产权', labelEn: 'intellectual property' },
  { code: 'BANKRUPTCY', label: '破产重整', labelEn: 'bankruptcy and reorganisation' },
  { code: 'TAX', label: '税务', labelEn: 'tax' },
  { code: 'CRIMINAL', label: '刑事', labelEn: 'criminal' },
  { code: 'ELDER_SUPPORT', label: '赡养', labelEn: 'support of the elderly' },
  { code: 'OTHER', label: '其他', labelEn: 'other' },
] as const satisfies readonly DictionaryItem[]

/** What a log counts: 人次 persons × occasions, 件 matters, 场 sessions, 份 copies (BR-27). */
export type CountKind = 'persons' | 'items' | 'sessions' | 'copies'

/** Unit and label of each count. */
export const countKinds: readonly { readonly kind: CountKind; readonly unit: string; readonly label: string }[] = [
  { kind: 'persons', unit: '人次', label: '服务人次' },
  { kind: 'items', unit: '件', label: '办理件数' },
  { kind: 'sessions', unit: '场', label: '举办场次' },
  { kind: 'copies', unit: '份', label: '发放份数' },
]

/** A kind of service, with the counts that apply; the first is the one its figure is reported in. */
export interface ServiceTypeItem extends DictionaryItem {
  readonly counts: readonly CountKind[]
}

/** 服务类型. */
export const defaultServiceTypes = [
  { code: 'CONSULTATION', label: '咨询', labelEn: 'consultation', counts: ['persons', 'items'] },
  { code: 'LECTURE', label: '讲座', labelEn: 'lecture', counts: ['sessions', 'persons'] },
  { code: 'MEDIATION', label: '调解', labelEn: 'mediation', counts: ['items', 'persons'] },
  { code: 'TRAINING', label: '培训骨干', labelEn: 'training of key residents', counts: ['sessions', 'persons'] },
  { code: 'LEAFLETS', label: '发放资料', labelEn: 'handing out material', counts: ['copies'] },
  { code: 'AID_REFERRAL', label: '法援引导', labelEn: 'guidance to legal aid', counts: ['items', 'persons'] },
  { code: 'DRAFTING', label: '代写文书', labelEn: 'drafting of documents', counts: ['copies', 'items'] },
  { code: 'RULES', label: '完善制度', labelEn: 'improving rules', counts: ['items'] },
  { code: 'CONTRACT_REVIEW', label: '合同审查', labelEn: 'contract review', counts: ['copies', 'items'] },
  { code: 'SUGGESTION', label: '意见建议', labelEn: 'suggestion', counts: ['items'] },
  { code: 'RISK_CHECK', label: '风险排查', labelEn: 'risk check', counts: ['items', 'sessions'] },
  { code: 'OTHER', label: '其他', labelEn: 'other', counts: ['persons', 'items', 'sessions', 'copies'] },
] as const satisfies readonly ServiceTypeItem[]

/** The counts a service type is measured in; a type the bureau added itself may use all. */
export function countsOf(serviceType: string): readonly CountKind[] {
  const known = defaultServiceTypes.find((type) => type.code === serviceType)
  return known?.counts ?? countKinds.map((count) => count.kind)
}
