import { communityKinds } from './dictionaries.ts'
import { placeFields, type SheetFields } from './recordFields.ts'

/** The fields of a community or village. */
export const communityFields = {
  code: {
    label: '区划代码',
    kind: 'text',
    required: true,
    help: '12 位统计用区划代码，前 9 位是街道；登记后不能修改。',
    example: '330203001001',
    width: 16,
  },
  name: { label: '社区名称', kind: 'text', required: true, example: '澄浪社区', width: 20 },
  kind: { label: '社区类型', kind: 'choice', choices: communityKinds, required: true, example: '社区', width: 10 },
  address: { label: '地址', kind: 'text', example: '示例路1号', width: 40 },
  ...placeFields,
  population: { label: '常住人口', kind: 'whole', example: '5200', width: 12 },
  migrantPopulation: { label: '外来人口', kind: 'whole', example: '800', width: 12 },
  contactName: { label: '联系人', kind: 'text', example: '李示例', width: 12 },
  contactPhone: {
    label: '联系电话',
    kind: 'text',
    help: '加密保存，只显示掩码。',
    example: '0574-87000000',
    width: 16,
  },
  officeHours: { label: '接待时间', kind: 'text', example: '周一至周五 8:30—17:00', width: 24 },
  visitRoom: { label: '驻点场所', kind: 'text', example: '一楼调解室', width: 24 },
  demands: {
    label: '法律需求',
    kind: 'topics',
    cellHelp: '末尾数字为权重1至5，不填为3。',
    example: '劳动争议5、物业3',
    width: 30,
  },
} as const satisfies SheetFields
