import { Prisma } from '@sitai/db/client'
import { assessmentResults, labelOf, politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'
import { LIVE_PAIRING_STATES, practitionerMachine } from '@sitai/rules/machines'
import { membershipFields, practitionerFields } from '@sitai/rules/practitioner.fields'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'
import { db } from '../data/db.ts'
import { labelsIn } from '../dictionaries/inPlace.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import type { Asker } from '../lists/filter.ts'
import { addList } from '../lists/list.ts'
import { nameMatches } from '../lists/listQuery.ts'
import { nameIn, placeName, topicName } from '../lists/words.ts'
import { firmRecord } from '../firms/firm.record.ts'
import { heldPairings } from '../pairings/held.ts'
import { fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { today } from '../time/clock.ts'
import {
  PoliticalStatusEnum,
  PractitionerKindEnum,
  PractitionerRef,
  PractitionerStatusEnum,
} from './practitioner.graphql.ts'
import { practitionerRecord } from './practitioner.record.ts'

// What is enciphered, a topic, or called otherwise on the page is said by itself.
const { idNo: _idNo, phone, specialties, politicalStatus: politics, ...fields } = practitionerFields

addList({
  name: 'practitioners',
  type: PractitionerRef,
  record: practitionerRecord,
  from: db.practitioner,
  description: '执业人员一览',
  filters: (t, by) => ({
    kind: by(t.field({ type: [PractitionerKindEnum] }), {
      label: '类别',
      where: (kind) => ({ kind: { in: kind } }),
      word: (kind) => labelOf(practitionerKinds, kind),
    }),
    status: by(t.field({ type: [PractitionerStatusEnum] }), {
      label: '状态',
      where: (status) => ({ status: { in: status } }),
      word: (status) => practitionerMachine.labels[status],
    }),
    politicalStatus: by(t.field({ type: [PoliticalStatusEnum] }), {
      label: '政治面貌',
      where: (politicalStatus) => ({ politicalStatus: { in: politicalStatus } }),
      word: (status) => labelOf(politicalStatuses, status),
    }),
    firmId: by(t.globalID({ for: [FirmRef], description: '现执业机构' }), {
      label: '机构',
      where: ({ id }) => ({ firmId: id }),
      word: nameIn(firmRecord),
    }),
    streetCode: by(t.string({ description: '现执业机构所在街道' }), {
      label: '街道',
      where: (streetCode) => ({ firm: { streetCode } }),
      word: placeName,
    }),
    topicCode: by(t.string({ description: '专业特长' }), {
      label: '事项',
      where: (topicCode) => ({ specialties: { some: { topicCode } } }),
      word: topicName,
    }),
    hasCapacityLeft: by(t.boolean({ description: '正常执业且还可结对' }), {
      where: async (hasLeft, viewer) =>
        hasLeft ? { status: 'ACTIVE', capacity: { gt: 0 }, id: { notIn: await fullyPaired(viewer) } } : {},
    }),
    unassessedYear: by(t.int({ description: '该年度尚未登记考核结果' }), {
      where: (year) => ({ assessments: { none: { year } } }),
    }),
  }),
  search: {
    description: '姓名、拼音、拼音首字母、执业证号、手机尾号',
    match: (text, plain) => [
      ...nameMatches(text, plain),
      { licenceNo: { startsWith: text.toUpperCase() } },
      ...(/^\d{4}$/.test(plain) ? [{ phoneTail: plain }] : []),
    ],
  },
  orders: {
    NAME: (direction) => ({ pinyin: direction }),
    FIRM: (direction) => ({ firm: { pinyin: direction } }),
    LICENCE_NO: (direction) => ({ licenceNo: direction }),
    STATUS: (direction) => ({ status: direction }),
    CAPACITY: (direction) => ({ capacity: direction }),
    FIRST_LICENSED_ON: (direction) => ({ firstLicensedOn: { sort: direction, nulls: 'last' } }),
  },
  order: ['NAME', 'asc'],
  ties: [{ pinyin: 'asc' }, { id: 'asc' }],
  // Telephones are masked, identity numbers are not in it.
  sheet: {
    title: '执业人员名册',
    rows: async (ids: string[], { viewer }: Asker) => {
      const label = await labelsIn(viewer.divisionCode)
      const people = await db.practitioner.findMany({
        where: { id: { in: ids } },
        include: {
          firm: { select: { name: true } },
          specialties: { orderBy: [{ level: 'desc' }, { topicCode: 'asc' }] },
          assessments: { orderBy: { year: 'desc' }, take: 1 },
          _count: { select: { pairings: { where: heldPairings() } } },
        },
      })
      return people.map((person) => ({
        ...person,
        topics: person.specialties.map(({ topicCode }) => label('TOPIC', topicCode)),
      }))
    },
    columns: {
      ...fieldColumns(fields),
      firm: { ...fieldColumn(membershipFields.firm), value: ({ firm }) => firm?.name },
      phone: { ...fieldColumn(phone), value: ({ phoneMasked }) => phoneMasked },
      politics: {
        ...fieldColumn(politics),
        value: ({ politicalStatus }) => labelOf(politicalStatuses, politicalStatus),
      },
      specialties: { ...fieldColumn(specialties), value: ({ topics }) => topics.join('、') },
      capacity: { header: '结对社区', width: 12, value: ({ _count, capacity }) => `${_count.pairings} / ${capacity}` },
      assessment: {
        header: '最近考核',
        width: 16,
        value: ({ assessments: [last] }) => last && `${last.year} ${labelOf(assessmentResults, last.result)}`,
      },
      status: { header: '状态', width: 12, value: ({ status }) => practitionerMachine.labels[status] },
    },
  },
})

/** Those of the viewer's place who hold as many communities as they may; bounded by the communities there are. */
async function fullyPaired(viewer: Viewer): Promise<string[]> {
  const { gte, lt } = within(viewer.divisionCode)
  const place = gte === undefined ? Prisma.empty : Prisma.sql`AND p.division_code >= ${gte} AND p.division_code < ${lt}`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM practitioner p JOIN pairing h ON h.practitioner_id = p.id
     WHERE h.status::text IN (${Prisma.join([...LIVE_PAIRING_STATES])}) AND h.ends_on > ${today()}::date ${place}
     GROUP BY p.id HAVING count(*) >= p.capacity`
  return rows.map(({ id }) => id)
}
