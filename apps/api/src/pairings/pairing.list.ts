import type { Prisma } from '@sitai/db/client'
import { addDays } from '@sitai/rules/calendar'
import { labelOf, seats, termGrades } from '@sitai/rules/dictionaries'
import { pairingMachine } from '@sitai/rules/machines'
import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { addList } from '../lists/list.ts'
import { nameMatches } from '../lists/listQuery.ts'
import { nameIn, placeName } from '../lists/words.ts'
import { firmRecord } from '../firms/firm.record.ts'
import { practitionerRecord } from '../practitioners/practitioner.record.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { today } from '../time/clock.ts'
import { midnightUtc } from '../time/dates.ts'
import { PairingRef, PairingStatusEnum, SeatEnum } from './pairing.graphql.ts'
import { pairingRecord } from './pairing.record.ts'
import { daysLeft, lastDay } from './term.ts'

addList({
  name: 'pairings',
  type: PairingRef,
  record: pairingRecord,
  from: db.pairing,
  description: '结对一览',
  filters: (t, by) => ({
    status: by(t.field({ type: [PairingStatusEnum] }), {
      label: '状态',
      where: (status) => ({ status: { in: status } }),
      word: (status) => pairingMachine.labels[status],
    }),
    seat: by(t.field({ type: SeatEnum }), {
      label: '席位',
      where: (seat) => ({ seat }),
      word: (seat) => labelOf(seats, seat),
    }),
    placeCode: by(t.string({ description: '街道或社区的区划代码' }), {
      label: '街道、社区',
      where: (code) => (/^\d{2,12}$/.test(code) ? { communityCode: within(code) } : {}),
      word: placeName,
    }),
    firmId: by(t.globalID({ for: [FirmRef], description: '顾问现在所在机构' }), {
      label: '机构',
      where: ({ id }) => ({ practitioner: { firmId: id } }),
      word: nameIn(firmRecord),
    }),
    practitionerId: by(t.globalID({ for: [PractitionerRef] }), {
      label: '人员',
      where: ({ id }) => ({ practitionerId: id }),
      word: nameIn(practitionerRecord),
    }),
    expiringWithinDays: by(t.int({ description: '在任，且在多少天内届满' }), {
      where: (days) => ({
        AND: [inForceOn(midnightUtc(today())), { endsOn: { lte: midnightUtc(addDays(today(), days)) } }],
      }),
    }),
    withoutVisitSince: by(t.field({ type: 'Date', description: '在任，且自这一天起没有到位的驻点' }), {
      where: (since) => ({
        AND: [
          inForceOn(midnightUtc(today())),
          { visits: { none: { plannedOn: { gte: since }, status: { in: ['COMPLETED', 'CONFIRMED'] } } } },
        ],
      }),
    }),
    inForceOn: by(t.field({ type: 'Date', description: '这一天在任的' }), { where: inForceOn }),
    batchId: by(t.string({ description: '批量办理的批次' }), { where: (batchId) => ({ batchId }) }),
  }),
  search: {
    description: '社区或顾问的名称、拼音首字母、执业证号、手机尾号',
    match: (text, plain) => [
      { community: { OR: nameMatches(text, plain) } },
      { communityCode: { startsWith: plain } },
      {
        practitioner: {
          OR: [
            ...nameMatches(text, plain),
            { licenceNo: { startsWith: text.toUpperCase() } },
            ...(/^\d{4}$/.test(plain) ? [{ phoneTail: plain }] : []),
          ],
        },
      },
    ],
  },
  orders: {
    TERM_FROM: (direction) => ({ termFrom: direction }),
    ENDS_ON: (direction) => ({ endsOn: direction }),
    COMMUNITY: (direction) => ({ communityCode: direction }),
    PRACTITIONER: (direction) => ({ practitioner: { pinyin: direction } }),
    STATUS: (direction) => ({ status: direction }),
    CREATED_AT: (direction) => ({ createdAt: direction }),
  },
  order: ['TERM_FROM', 'desc'],
  ties: [{ communityCode: 'asc' }, { id: 'asc' }],
  sheet: {
    title: '结对一览',
    rows: (ids: string[]) =>
      db.pairing.findMany({
        where: { id: { in: ids } },
        include: {
          community: { select: { name: true, street: { select: { name: true } } } },
          practitioner: { select: { name: true, firm: { select: { name: true } } } },
        },
      }),
    columns: {
      community: { header: '社区', width: 20, value: ({ community }) => community.name },
      street: { header: '街道', width: 14, value: ({ community }) => community.street.name },
      practitioner: { header: '顾问', width: 12, value: ({ practitioner }) => practitioner.name },
      firm: { header: '执业机构', width: 30, value: ({ practitioner }) => practitioner.firm?.name },
      seat: { header: '席位', width: 12, value: ({ seat }) => labelOf(seats, seat) },
      status: { header: '状态', width: 12, value: ({ status }) => pairingMachine.labels[status] },
      termFrom: { header: '聘期自', width: 14, format: 'day', value: ({ termFrom }) => termFrom },
      lastDay: { header: '至', width: 14, format: 'day', value: (pairing) => lastDay(pairing) },
      daysLeft: { header: '余（天）', width: 10, format: 'number', value: (pairing) => daysLeft(pairing) },
      visits: { header: '每月驻点（次）', width: 14, format: 'number', value: ({ visitsPerMonth }) => visitsPerMonth },
      grade: { header: '考核', width: 12, value: ({ grade }) => grade && labelOf(termGrades, grade) },
      note: { header: '说明', width: 40, value: ({ note }) => note },
    },
  },
})

/** Served on that day, whatever came later. */
function inForceOn(day: Date): Prisma.PairingWhereInput {
  return {
    termFrom: { lte: day },
    endsOn: { gt: day },
    status: { in: ['ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED'] },
  }
}
