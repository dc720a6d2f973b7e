/**
 * The Excel templates as data: what the downloadable workbook looks like and how a cell is read. Numbers of papers are
 * columns of text, since Excel turns 17 digits into 1.33022E+16. The keys are those of the input schemas.
 */
import {
  assessmentResults,
  communityKinds,
  type DictionaryItem,
  firmKinds,
  genders,
  orgForms,
  partyOrgs,
  politicalStatuses,
  practitionerKinds,
} from './dictionaries.ts'

/** The lists that differ from bureau to bureau: its streets by name and its topics. */
export type SheetList = 'STREETS' | 'TOPICS'

/** How a cell is formatted and read. `list` is several entries in one cell, divided by 、 or a comma. */
export type CellFormat = 'text' | 'date' | 'whole' | 'decimal' | 'choice' | 'list' | 'weighed'

/** One column of a template. */
export interface SheetColumn {
  readonly key: string
  /** The heading; required ones carry a star in the workbook. */
  readonly header: string
  /** Width in characters. */
  readonly width: number
  readonly required: boolean
  readonly format: CellFormat
  readonly example: string
  /** What the drop-down offers: fixed items, or a list of the bureau. */
  readonly options?: readonly DictionaryItem[] | SheetList
  /** A sentence for the instruction sheet. */
  readonly help?: string
}

/** The three imports. */
export type SheetKind = 'FIRMS' | 'PRACTITIONERS' | 'COMMUNITIES'

/** A template. */
export interface Sheet {
  readonly kind: SheetKind
  /** Name of the worksheet and of the file. */
  readonly title: string
  /** Column by which a row is found in the register: the same number means the same record. */
  readonly identity: string
  readonly columns: readonly SheetColumn[]
}

type Extra = Pick<SheetColumn, 'options' | 'help'>

const must = (key: string, header: string, width: number, format: CellFormat, example: string, extra: Extra = {}) =>
  ({ key, header, width, required: true, format, example, ...extra }) satisfies SheetColumn

const may = (key: string, header: string, width: number, format: CellFormat, example: string, extra: Extra = {}) =>
  ({ key, header, width, required: false, format, example, ...extra }) satisfies SheetColumn

const longitude = may('lng', '经度', 12, 'decimal', '121.5501', { help: '经度和纬度应同时填写。' })
const latitude = may('lat', '纬度', 12, 'decimal', '29.8703')

/** 机构导入模板. */
export const firmSheet: Sheet = {
  kind: 'FIRMS',
  title: '机构',
  identity: 'creditCode',
  columns: [
    must('name', '机构名称', 32, 'text', '浙江示例律师事务所'),
    must('kind', '机构类别', 16, 'choice', '律师事务所', { options: firmKinds }),
    must('creditCode', '统一社会信用代码', 22, 'text', '31330000MD0000001N', { help: '18位，自动核对校验位。' }),
    must('licenceNo', '执业许可证号', 22, 'text', '31330000MD0000001N', {
      help: '统一社会信用代码，或旧证的17位数字。',
    }),
    may('orgForm', '组织形式', 16, 'choice', '普通合伙', { options: orgForms, help: '律师事务所必填。' }),
    may('director', '负责人', 12, 'text', '王示例'),
    may('phone', '办公电话', 16, 'text', '0574-87000000'),
    may('streetCode', '所在街道', 16, 'choice', '南门街道', { options: 'STREETS' }),
    may('address', '地址', 36, 'text', '示例路1号'),
    longitude,
    latitude,
    may('setUpOn', '设立日期', 14, 'date', '2009-03-01'),
    must('partyOrg', '党组织', 14, 'choice', '独立党支部', { options: partyOrgs }),
    may('note', '备注', 24, 'text', ''),
  ],
}

/** 执业人员导入模板. */
export const practitionerSheet: Sheet = {
  kind: 'PRACTITIONERS',
  title: '执业人员',
  identity: 'licenceNo',
  columns: [
    must('name', '姓名', 12, 'text', '王示例'),
    must('kind', '执业类别', 20, 'choice', '专职律师', { options: practitionerKinds }),
    must('licenceNo', '执业证号', 22, 'text', '13302201010000001', { help: '律师为17位数字。' }),
    must('firm', '执业机构', 32, 'text', '浙江示例律师事务所', { help: '机构全称或统一社会信用代码，须已登记。' }),
    may('joinedOn', '到所日期', 14, 'date', '2010-06-01', { help: '不填的，新增人员自导入之日起计。' }),
    may('gender', '性别', 8, 'choice', '男', { options: genders }),
    may('birthYear', '出生年份', 10, 'whole', '1985'),
    may('idNo', '身份证号码', 22, 'text', '', { help: '加密保存，页面上只显示掩码。' }),
    may('phone', '手机号码', 16, 'text', '13800000000'),
    may('firstLicensedOn', '首次执业日期', 14, 'date', '2010-06-01'),
    must('politicalStatus', '政治面貌', 14, 'choice', '中共党员', { options: politicalStatuses }),
    may('specialties', '专业特长', 30, 'weighed', '劳动争议3、物业2', {
      options: 'TOPICS',
      help: '末尾数字为等级：1了解、2熟练、3专长，不填为2。',
    }),
    may('languages', '语言', 16, 'list', '普通话、宁波话'),
    may('capacity', '可任社区数', 12, 'whole', '3'),
    may('assessmentYear', '考核年度', 10, 'whole', '2025'),
    may('assessmentResult', '考核结果', 12, 'choice', '称职', { options: assessmentResults }),
    may('note', '备注', 24, 'text', ''),
  ],
}

/** 社区导入模板. */
export const communitySheet: Sheet = {
  kind: 'COMMUNITIES',
  title: '社区',
  identity: 'code',
  columns: [
    must('code', '区划代码', 16, 'text', '330203001001', { help: '12位统计用区划代码。' }),
    must('name', '社区名称', 20, 'text', '澄浪社区'),
    must('kind', '社区类型', 10, 'choice', '社区', { options: communityKinds }),
    may('address', '地址', 36, 'text', '示例路1号'),
    longitude,
    latitude,
    may('population', '常住人口', 12, 'whole', '5200'),
    may('migrantPopulation', '外来人口', 12, 'whole', '800'),
    may('contactName', '联系人', 12, 'text', '李示例'),
    may('contactPhone', '联系电话', 16, 'text', '0574-87000000'),
    may('officeHours', '接待时间', 24, 'text', '周一至周五 8:30—17:00'),
    may('visitRoom', '驻点场所', 24, 'text', '一楼调解室'),
    may('demands', '法律需求', 30, 'weighed', '劳动争议5、物业3', {
      options: 'TOPICS',
      help: '末尾数字为权重1至5，不填为3。',
    }),
  ],
}

/** Every template by its kind. */
export const sheets: Readonly<Record<SheetKind, Sheet>> = {
  FIRMS: firmSheet,
  PRACTITIONERS: practitionerSheet,
  COMMUNITIES: communitySheet,
}

/** What the instruction sheet says before the list of columns. */
export const sheetInstructions: readonly string[] = [
  '第一行为表头，请勿修改；带*的列必填。',
  '证号、代码、电话各列为文本格式，请勿改为数字。',
  '下拉列请从列表中选择。',
  '日期写作 2026-01-05。',
  '同一证号（代码）的行视为同一记录：已登记的更新，未登记的新增。',
  '请勿使用公式、宏和合并单元格。',
]
