import { assessmentResults, labelOf } from '@sitai/rules/dictionaries'
import { practitionerMachine } from '@sitai/rules/machines'
import { membershipFields, practitionerFields } from '@sitai/rules/practitioner.fields'
import { db } from '../data/db.ts'
import { heldPairings } from '../pairings/held.ts'
import { fieldCells, fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { labelsIn } from '../dictionaries/inPlace.ts'
import { listedPractitioners, practitionerOrder } from './practitioners.graphql.ts'

type Args = Parameters<typeof listedPractitioners>[1] & { readonly orderBy?: Parameters<typeof practitionerOrder>[0] }

// What is enciphered, a topic, or called otherwise on the page is said by itself.
const { idNo: _idNo, phone, specialties, politicalStatus, ...fields } = practitionerFields

/** The register of practitioners as an Excel file; telephones are masked, identity numbers are not in it. */
export const practitionerListSheet = listSheet<Args>({
  list: 'practitioners',
  title: '执业人员名册',
  act: 'practitioner:read',
  entity: 'practitioner',
  columns: {
    ...fieldColumns(fields),
    firm: fieldColumn(membershipFields.firm),
    phone: fieldColumn(phone),
    politics: fieldColumn(politicalStatus),
    specialties: fieldColumn(specialties),
    capacity: { header: '结对社区', width: 12 },
    assessment: { header: '最近考核', width: 16 },
    status: { header: '状态', width: 12 },
  },
  ids: async (viewer, args, take) => {
    const where = await listedPractitioners(viewer, args)
    const people = await db.practitioner.findMany({
      where,
      orderBy: practitionerOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return people.map(({ id }) => id)
  },
  rows: async (viewer, ids) => {
    const labels = await labelsIn(viewer.divisionCode)
    const people = await db.practitioner.findMany({
      where: { id: { in: [...ids] } },
      include: {
        firm: { select: { name: true } },
        specialties: { orderBy: [{ level: 'desc' }, { topicCode: 'asc' }] },
        assessments: { orderBy: { year: 'desc' }, take: 1 },
        _count: { select: { pairings: { where: heldPairings() } } },
      },
    })
    return new Map(
      people.map(({ id, firm, assessments: [last], _count, ...person }) => [
        id,
        {
          ...fieldCells(fields, person),
          firm: firm?.name ?? '',
          phone: person.phoneMasked,
          politics: labelOf(politicalStatus.choices, person.politicalStatus),
          specialties: person.specialties.map(({ topicCode }) => labels('TOPIC', topicCode)).join('、'),
          capacity: `${_count.pairings} / ${person.capacity}`,
          assessment: last ? `${last.year} ${labelOf(assessmentResults, last.result)}` : '',
          status: practitionerMachine.labels[person.status],
        },
      ]),
    )
  },
})
