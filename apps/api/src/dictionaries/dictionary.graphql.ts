import { act } from '../acts/act.ts'
import { type InputFields, seen } from '../acts/actInputs.ts'
import { DictKind } from '@sitai/db/client'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import {
  addDictItem,
  dictionaryOf,
  reorderDictItems,
  resetDictItem,
  updateDictItem,
  type DictionaryEntry,
} from './dictionary.ts'

const DictKindEnum = builder.enumType(DictKind, { name: 'DictKind', description: '字典' })
const DictOrigin = builder.enumType('DictOrigin', {
  description: '字典项的来源',
  values: {
    OWN: { description: '本局自己的' },
    INHERITED: { description: '上级或全系统通用的' },
    OVERRIDDEN: { description: '通用的，本局改过' },
  } as const,
})

const DictEntryRef = builder.objectRef<DictionaryEntry>('DictEntry').implement({
  description: '字典项，按查看者所在的区划',
  fields: (t) => ({
    kind: t.expose('kind', { type: DictKindEnum }),
    code: t.exposeString('code', { description: '代码，不改' }),
    label: t.exposeString('label', { description: '名称' }),
    position: t.exposeInt('position'),
    active: t.exposeBoolean('active', { description: '停用的不能再选，老记录上照常显示' }),
    origin: t.expose('origin', { type: DictOrigin }),
    version: t.exposeInt('version', { description: '本局自己那一行的版本；0 为还没有' }),
    rowId: t.exposeString('rowId', { description: '操作日志里的编号' }),
  }),
})

const DictionaryRef = builder.objectRef<{ readonly items: readonly DictionaryEntry[] }>('Dictionary').implement({
  description: '一部字典',
  fields: (t) => ({ items: t.field({ type: [DictEntryRef], resolve: ({ items }) => [...items] }) }),
})

builder.queryField('dictionary', (t) =>
  t.field({
    type: [DictEntryRef],
    description: '一部字典的全部项，停用的也在内，按顺序',
    authScopes: { may: 'dictionary:read' },
    args: { kind: t.arg({ type: DictKindEnum, required: true }) },
    resolve: (_root, { kind }, context) => dictionaryOf(viewerOf(context).divisionCode, kind),
  }),
)

const may = 'dictionary:write'
const entry = (t: InputFields) => ({
  kind: t.field({ type: DictKindEnum, required: true }),
  code: t.string({ required: true, description: '代码，建后不改' }),
})

act('addDictItem', {
  type: DictEntryRef,
  description: '新增字典项',
  may,
  input: (t) => ({ ...entry(t), label: t.string({ required: true, description: '名称' }) }),
  run: addDictItem,
})

act('updateDictItem', {
  type: DictEntryRef,
  description: '修改字典项：改名、停用、启用',
  may,
  input: (t) => ({
    ...entry(t),
    ...seen(t),
    label: t.string({ description: '不给则不改' }),
    active: t.boolean({ description: '不给则不改' }),
  }),
  run: updateDictItem,
})

act('reorderDictItems', {
  type: DictionaryRef,
  description: '调整字典项的顺序',
  may,
  input: (t) => ({
    kind: t.field({ type: DictKindEnum, required: true }),
    codes: t.stringList({ required: true, description: '全部代码，按新的顺序' }),
  }),
  run: async (viewer, input) => ({ items: await reorderDictItems(viewer, input) }),
})

act('resetDictItem', {
  type: DictEntryRef,
  description: '恢复字典项的通用内容',
  may,
  input: (t) => ({ ...entry(t), ...seen(t) }),
  run: resetDictItem,
})
