import { roles } from '@sitai/rules/account'
import { communityFields } from '@sitai/rules/community.fields'
import {
  assessmentResults,
  communityStatuses,
  firmInspectionResults,
  sanctionKinds,
  seats,
  specialtyLevels,
  termGrades,
  type DictionaryItem,
} from '@sitai/rules/dictionaries'
import {
  firmMachine,
  pairingMachine,
  practitionerMachine,
  serviceLogMachine,
  visitMachine,
} from '@sitai/rules/machines'
import { firmFields } from '@sitai/rules/firm.fields'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import { serviceLogFields } from '@sitai/rules/serviceLog.fields'
import { streetFields } from '@sitai/rules/street.fields'
import { visitFields } from '@sitai/rules/visit.fields'
import type { FieldKind, RecordField, RecordFields } from '@sitai/rules/recordFields'

/** How a column's value is said. A list holds the words of codes; the other words name what the value is. */
export type Saying =
  | 'text'
  | 'day'
  | 'instant'
  | 'yesNo'
  | 'place'
  | 'account'
  | 'firm'
  | 'practitioner'
  | 'community'
  | 'street'
  | 'TOPIC'
  | 'SERVICE_TYPE'
  | 'TERMINATION_GROUND'
  | Readonly<Record<string, string>>

/** A column in the operation log: its name, and how its values are said. Null: not shown, it says nothing to a reader. */
export type Column = readonly [label: string, saying: Saying] | null

const codes = (items: readonly DictionaryItem[]) => Object.fromEntries(items.map(({ code, label }) => [code, label]))
const text = (label: string): Column => [label, 'text']
const day = (label: string): Column => [label, 'day']
const instant = (label: string): Column => [label, 'instant']
const yesNo = (label: string): Column => [label, 'yesNo']

const sayings: Readonly<Record<Exclude<FieldKind, 'choice' | 'topics'>, Saying>> = {
  text: 'text',
  day: 'day',
  whole: 'text',
  decimal: 'text',
  list: 'text',
  street: 'street',
  streets: 'street',
  topic: 'TOPIC',
  serviceType: 'SERVICE_TYPE',
  instant: 'instant',
}

/** The columns of a record's fields, by their names in the database. */
function columnsOf(fields: RecordFields): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      columnFor(field),
    ]),
  )
}

function columnFor({ label, kind, choices = [] }: RecordField): Column {
  if (kind === 'choice') return [label, codes(choices)]
  // Topics are rows of a table of their own.
  return kind === 'topics' ? null : [label, sayings[kind]]
}

/** Columns that mean the same in every table. */
const common: Readonly<Record<string, Column>> = {
  id: null,
  pinyin: null,
  initials: null,
  entity_id: null,
  request_id: null,
  batch_id: null,
  file_id: null,
  hash: null,
  // What the line of an export or of a revealed number says.
  list: null,
  filter: ['筛选', 'text'],
  columns: ['列', 'text'],
  rows: ['条数', 'text'],
  sha256: ['文件校验值', 'text'],
  field: ['查看的号码', { phone: '手机号码', id_no: '身份证号', contact_phone: '联系电话' }],
  lat: text('纬度'),
  lng: text('经度'),
  code: text('代码'),
  name: text('名称'),
  label: text('名称'),
  note: text('备注'),
  division_code: ['区划', 'place'],
  district_code: ['区县', 'place'],
  street_code: ['街道', 'street'],
  community_code: ['社区', 'community'],
  practitioner_id: ['执业人员', 'practitioner'],
  firm_id: ['机构', 'firm'],
  firm_id_at_start: ['结对时所在机构', 'firm'],
  account_id: ['账号', 'account'],
  grant_id: null,
  pairing_id: null,
  visit_id: null,
  service_log_id: null,
  predecessor_id: null,
  make_up_for_id: null,
  rescheduled_from_id: null,
  valid_from: day('起始日'),
  valid_to: day('期满日（不含）'),
  year: text('年度'),
  reason: text('理由'),
  address: text('地址'),
  topic_code: ['主题', 'TOPIC'],
  position: text('排序'),
  ip: text('网络地址'),
  user_agent: null,
  sequence: null,
  status: text('状态'),
  kind: text('类别'),
  result: text('结果'),
  phone_masked: text('手机号码（脱敏）'),
  phone_tail: null,
  id_no_masked: text('身份证号码（脱敏）'),
  shared: yesNo('本局共用'),
}

/** What a table adds or calls otherwise. */
const own: Readonly<Record<string, Readonly<Record<string, Column>>>> = {
  account: {
    user_name: text('登录名'),
    display_name: text('姓名'),
    must_change_password: yesNo('须修改密码'),
    status: ['状态', { ACTIVE: '启用', DISABLED: '停用' }],
    locked_until: instant('锁定到'),
    password_changed_at: instant('密码修改时间'),
  },
  grant: { role: ['角色', codes(roles)], valid_from: instant('生效时间'), valid_to: instant('到期时间') },
  session: {
    account_id: ['账号', 'account'],
    ended_at: instant('下线时间'),
    expires_at: instant('最迟到期时间'),
    end_reason: [
      '下线原因',
      {
        SIGNED_OUT: '本人退出',
        IDLE: '闲置超时',
        EXPIRED: '登录到期',
        REVOKED: '强制下线',
        PASSWORD_CHANGED: '改了密码',
      },
    ],
  },
  bureau: { name: text('全称'), short_name: text('简称'), is_demo: yesNo('演示数据') },
  setting: { key: null, value: text('值') },
  dict_item: {
    kind: ['字典', { TOPIC: '主题', SERVICE_TYPE: '服务类型', TERMINATION_GROUND: '解聘原因' }],
    active: yesNo('启用'),
  },
  saved_view: { page: text('页面'), query: text('条件') },
  firm: {
    ...columnsOf(firmFields),
    status: ['状态', firmMachine.labels],
  },
  firm_inspection: { result: ['年度检查考核结果', codes(firmInspectionResults)] },
  practitioner: {
    ...columnsOf(practitionerFields),
    status: ['状态', practitionerMachine.labels],
    firm_id: ['所在机构', 'firm'],
  },
  firm_membership: { valid_from: day('加入日期'), valid_to: day('离开日期') },
  practitioner_specialty: { level: ['特长等级', codes(specialtyLevels)] },
  annual_assessment: { result: ['年度考核结果', codes(assessmentResults)] },
  sanction: {
    kind: ['惩戒类别', codes(sanctionKinds)],
    blocks_pairing: yesNo('期内不得结对'),
    document_no: text('文号'),
  },
  street: columnsOf(streetFields),
  community: {
    ...columnsOf(communityFields),
    status: ['状态', codes(communityStatuses)],
    contact_phone_masked: text('联系电话（脱敏）'),
    contact_phone_tail: null,
  },
  community_demand: { weight: text('权重') },
  pairing: {
    seat: ['席位', codes(seats)],
    status: ['状态', pairingMachine.labels],
    term_from: day('聘期起'),
    term_to: day('聘期止（不含）'),
    ends_on: day('实际止（不含）'),
    end_ground: ['解聘原因', 'TERMINATION_GROUND'],
    end_note: text('解聘说明'),
    visits_per_month: text('每月驻点次数'),
    approval: text('领导批准'),
    grade: ['期满考核', codes(termGrades)],
  },
  pairing_pause: { valid_from: day('暂停日'), valid_to: day('恢复日') },
  visit: {
    ...columnsOf(visitFields),
    status: ['状态', visitMachine.labels],
    check_in_lat: null,
    check_in_lng: null,
    check_in_distance_m: text('签到距离（米）'),
    minutes: text('驻点时长（分钟）'),
  },
  service_log: {
    ...columnsOf(serviceLogFields),
    status: ['状态', serviceLogMachine.labels],
    submitted_at: instant('提交时间'),
    return_reason: text('退回理由'),
    confirmed_at: instant('确认时间'),
    confirmed_by_name: text('确认人'),
    rating: text('评分'),
    void_reason: text('作废理由'),
  },
  service_log_photo: {},
  stored_file: { name: text('文件名'), mime: text('文件类型'), size: text('字节数') },
  import_batch: {
    verified: yesNo('证件已核验'),
    ignored_columns: text('未用的列'),
    purged_at: instant('清除时间'),
    kind: ['导入内容', { FIRMS: '机构', PRACTITIONERS: '执业人员', COMMUNITIES: '社区' }],
    file_name: text('文件名'),
    total_rows: text('总行数'),
    bad_rows: text('有错的行'),
    new_rows: text('将新增'),
    changed_rows: text('将更新'),
    same_rows: text('与登记一致'),
    problem: text('失败原因'),
    committed_at: instant('提交时间'),
    undone_at: instant('撤销时间'),
    mode: ['有错时', { ALL_OR_NOTHING: '全部不导', SKIP_BAD: '跳过有错的行' }],
  },
}

/** The column of a table; undefined when nobody has named it yet (a test finds it). */
export function columnOf(table: string, column: string): Column | undefined {
  const named = own[table]
  return named && Object.hasOwn(named, column) ? named[column] : common[column]
}
