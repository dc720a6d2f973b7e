import { firmKinds, labelOf, partyOrgs } from '@sitai/rules/dictionaries'
import { firmFields } from '@sitai/rules/firm.fields'
import { firmMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { addList } from '../lists/list.ts'
import { nameMatches } from '../lists/listQuery.ts'
import { fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { placeName } from '../lists/words.ts'
import { FirmKindEnum, FirmRef, FirmStatusEnum, PartyOrgEnum } from './firm.graphql.ts'
import { firmRecord } from './firm.record.ts'

// What the page calls otherwise is said by itself.
const { streetCode: street, partyOrg: party, ...fields } = firmFields

addList({
  name: 'firms',
  type: FirmRef,
  record: firmRecord,
  from: db.firm,
  description: '机构一览',
  filters: (t, by) => ({
    kind: by(t.field({ type: FirmKindEnum }), {
      label: '类别',
      where: (kind) => ({ kind }),
      word: (kind) => labelOf(firmKinds, kind),
    }),
    status: by(t.field({ type: [FirmStatusEnum] }), {
      label: '状态',
      where: (status) => ({ status: { in: status } }),
      word: (status) => firmMachine.labels[status],
    }),
    partyOrg: by(t.field({ type: PartyOrgEnum }), {
      label: '党组织',
      where: (partyOrg) => ({ partyOrg }),
      word: (partyOrg) => labelOf(partyOrgs, partyOrg),
    }),
    streetCode: by(t.string(), { label: '街道', where: (streetCode) => ({ streetCode }), word: placeName }),
  }),
  search: {
    description: '名称、拼音首字母、许可证号、信用代码',
    match: (text, plain) => [
      ...nameMatches(text, plain),
      { licenceNo: { startsWith: text.toUpperCase() } },
      { creditCode: { startsWith: text.toUpperCase() } },
    ],
  },
  orders: {
    NAME: (direction) => ({ pinyin: direction }),
    KIND: (direction) => ({ kind: direction }),
    SET_UP_ON: (direction) => ({ setUpOn: { sort: direction, nulls: 'last' } }),
    STATUS: (direction) => ({ status: direction }),
    STREET: (direction) => ({ streetCode: { sort: direction, nulls: 'last' } }),
  },
  order: ['NAME', 'asc'],
  ties: [{ pinyin: 'asc' }, { id: 'asc' }],
  sheet: {
    title: '机构名册',
    rows: (ids: string[]) =>
      db.firm.findMany({
        where: { id: { in: ids } },
        include: { street: true, _count: { select: { practitioners: { where: { status: 'ACTIVE' } } } } },
      }),
    columns: {
      ...fieldColumns(fields),
      party: { ...fieldColumn(party), value: ({ partyOrg }) => labelOf(partyOrgs, partyOrg) },
      street: { ...fieldColumn(street), value: (firm) => firm.street?.name },
      people: { header: '在岗人数', width: 10, format: 'number', value: ({ _count }) => _count.practitioners },
      status: { header: '状态', width: 12, value: ({ status }) => firmMachine.labels[status] },
    },
  },
})
