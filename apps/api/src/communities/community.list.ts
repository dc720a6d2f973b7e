import { communityFields } from '@sitai/rules/community.fields'
import { communityKinds, communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { db } from '../data/db.ts'
import { addList } from '../lists/list.ts'
import { nameMatches } from '../lists/listQuery.ts'
import { placeName } from '../lists/words.ts'
import { fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { presentPairings } from '../pairings/held.ts'
import { CommunityKindEnum, CommunityRef, CommunityStatusEnum } from './community.graphql.ts'
import { communityRecord } from './community.record.ts'

// What is enciphered, a topic, or called otherwise on the page is said by itself.
const { contactName, contactPhone, demands: _demands, officeHours, visitRoom, ...fields } = communityFields

addList({
  name: 'communities',
  type: CommunityRef,
  record: communityRecord,
  from: db.community,
  description: '社区（村）一览',
  filters: (t, by) => ({
    streetCode: by(t.string(), { label: '街道', where: (streetCode) => ({ streetCode }), word: placeName }),
    kind: by(t.field({ type: CommunityKindEnum }), {
      label: '类别',
      where: (kind) => ({ kind }),
      word: (kind) => labelOf(communityKinds, kind),
    }),
    status: by(t.field({ type: CommunityStatusEnum }), {
      label: '状态',
      where: (status) => ({ status }),
      word: (status) => labelOf(communityStatuses, status),
    }),
    hasAdviser: by(t.boolean({ description: '真：有首席顾问在任；假：没有' }), {
      label: '有首席顾问',
      where: (hasOne) => ({ pairings: hasOne ? { some: presentLead() } : { none: presentLead() } }),
    }),
  }),
  search: {
    description: '名称、拼音、拼音首字母、代码',
    match: (text, plain) => [
      ...nameMatches(text, plain),
      ...(/^\d+$/.test(plain) ? [{ code: { startsWith: plain } }] : []),
    ],
  },
  orders: {
    NAME: (direction) => ({ pinyin: direction }),
    CODE: (direction) => ({ code: direction }),
    POPULATION: (direction) => ({ population: { sort: direction, nulls: 'last' } }),
    STATUS: (direction) => ({ status: direction }),
  },
  order: ['CODE', 'asc'],
  ties: [{ code: 'asc' }],
  sheet: {
    title: '社区名册',
    rows: async (codes: string[]) => {
      const communities = await db.community.findMany({
        where: { code: { in: codes } },
        include: {
          street: true,
          pairings: {
            where: presentLead(),
            select: { practitioner: { select: { name: true, firm: { select: { name: true } } } } },
          },
        },
      })
      return communities.map((community) => ({ ...community, lead: community.pairings[0]?.practitioner }))
    },
    columns: {
      ...fieldColumns(fields),
      // As on the page: a list holds villages too.
      name: { ...fieldColumn(fields.name), header: '社区（村）', value: ({ name }) => name },
      street: { header: '街道', width: 14, value: ({ street }) => street.name },
      adviser: { header: '首席顾问', width: 12, value: ({ lead }) => lead?.name },
      firm: { header: '顾问机构', width: 30, value: ({ lead }) => lead?.firm?.name },
      status: { header: '状态', width: 10, value: ({ status }) => labelOf(communityStatuses, status) },
      contact: { ...fieldColumn(contactName), value: (community) => community.contactName },
      phone: { ...fieldColumn(contactPhone), value: ({ contactPhoneMasked }) => contactPhoneMasked },
      room: { ...fieldColumn(visitRoom), value: (community) => community.visitRoom },
      hours: { ...fieldColumn(officeHours), value: (community) => community.officeHours },
    },
  },
})

/** The lead adviser serving now. */
function presentLead() {
  return { seat: 'LEAD' as const, ...presentPairings() }
}
