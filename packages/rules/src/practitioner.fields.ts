import { assessmentResults, genders, politicalStatuses, practitionerKinds } from './dictionaries.ts'
import type { SheetFields } from './recordFields.ts'

/** The fields of a practitioner. */
export const practitionerFields = {
  name: { label: '姓名', kind: 'text', required: true, example: '王示例', width: 12 },
  kind: {
    label: '执业类别',
    kind: 'choice',
    choices: practitionerKinds,
    required: true,
    example: '专职律师',
    width: 20,
  },
  licenceNo: {
    label: '执业证号',
    kind: 'text',
    required: true,
    help: '律师为 17 位数字。',
    example: '13302201010000001',
    width: 22,
  },
  gender: {
    label: '性别',
    kind: 'choice',
    choices: genders,
    help: '填了身份证号码的，由号码得出。',
    example: '男',
    width: 8,
  },
  birthYear: { label: '出生年份', kind: 'whole', example: '1985', width: 10 },
  idNo: { label: '身份证号码', kind: 'text', help: '加密保存，只显示掩码。', example: '', width: 22 },
  phone: { label: '手机号码', kind: 'text', help: '加密保存，只显示掩码。', example: '13800000000', width: 16 },
  firstLicensedOn: { label: '首次执业日期', kind: 'day', example: '2010-06-01', width: 14 },
  politicalStatus: {
    label: '政治面貌',
    kind: 'choice',
    choices: politicalStatuses,
    required: true,
    example: '中共党员',
    width: 14,
  },
  specialties: {
    label: '专业特长',
    kind: 'topics',
    cellHelp: '末尾数字为等级：1了解、2熟练、3专长，不填为2。',
    example: '劳动争议3、物业2',
    width: 30,
  },
  languages: { label: '语言', kind: 'list', example: '普通话、宁波话', width: 18 },
  capacity: {
    label: '可任社区数',
    kind: 'whole',
    help: '不填为本局默认数，最多为本局规定的上限。',
    example: '3',
    width: 12,
  },
  note: { label: '备注', kind: 'text', example: '', width: 24 },
} as const satisfies SheetFields

/** Where a practitioner practises; the record of a change of firm. */
export const membershipFields = {
  firm: {
    label: '执业机构',
    kind: 'text',
    required: true,
    help: '机构全称或统一社会信用代码，须已登记。',
    example: '浙江示例律师事务所',
    width: 34,
  },
  joinedOn: {
    label: '到所日期',
    kind: 'day',
    help: '不填的，新增人员自导入之日起计。',
    example: '2010-06-01',
    width: 14,
  },
} as const satisfies SheetFields

/** The result of a year's assessment. */
export const assessmentFields = {
  assessmentYear: { label: '考核年度', kind: 'whole', example: '2025', width: 10 },
  assessmentResult: { label: '考核结果', kind: 'choice', choices: assessmentResults, example: '称职', width: 12 },
} as const satisfies SheetFields
