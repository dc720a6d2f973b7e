import { firmKinds, orgForms, partyOrgs } from './dictionaries.ts'
import { placeFields, type SheetFields } from './recordFields.ts'

/** The fields of a law firm or legal service office. */
export const firmFields = {
  name: { label: '机构名称', kind: 'text', required: true, example: '浙江示例律师事务所', width: 34 },
  kind: { label: '机构类别', kind: 'choice', choices: firmKinds, required: true, example: '律师事务所', width: 18 },
  creditCode: {
    label: '统一社会信用代码',
    kind: 'text',
    required: true,
    help: '18 位，自动核对校验位。',
    example: '31330000MD0000001N',
    width: 22,
  },
  licenceNo: {
    label: '执业许可证号',
    kind: 'text',
    required: true,
    help: '统一社会信用代码，或旧证的 17 位数字。',
    example: '31330000MD0000001N',
    width: 22,
  },
  orgForm: {
    label: '组织形式',
    kind: 'choice',
    choices: orgForms,
    help: '律师事务所必填。',
    example: '普通合伙',
    width: 16,
  },
  director: { label: '负责人', kind: 'text', example: '王示例', width: 12 },
  phone: { label: '办公电话', kind: 'text', help: '例如 0574-87654321。', example: '0574-87000000', width: 16 },
  streetCode: { label: '所在街道', kind: 'street', example: '南门街道', width: 16 },
  address: { label: '地址', kind: 'text', example: '示例路1号', width: 40 },
  ...placeFields,
  setUpOn: { label: '设立日期', kind: 'day', example: '2009-03-01', width: 14 },
  partyOrg: { label: '党组织', kind: 'choice', choices: partyOrgs, required: true, example: '独立党支部', width: 14 },
  note: { label: '备注', kind: 'text', example: '', width: 24 },
} as const satisfies SheetFields
