import { assessmentResults, labelOf, politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'
import { practitionerMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { heldPairings } from '../pairings/held.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { labelsIn } from '../dictionaries/inPlace.ts'
import { listedPractitioners, practitionerOrder } from './practitioners.graphql.ts'

type Args = Parameters<typeof listedPractitioners>[1] & { readonly orderBy?: Parameters<typeof practitionerOrder>[0] }

/** The register of practitioners as an Excel file; telephones are masked, identity numbers are not in it. */
export const practitionerListSheet = listSheet<Args>({
  list: 'practitioners',
  title: '执业人员名册',
  act: 'practitioner:read',
  entity: 'practitioner',
  columns: {
    name: { header: '姓名', width: 12 },
    firm: { header: '执业机构', width: 34 },
    kind: { header: '执业类别', width: 20 },
    licenceNo: { header: '执业证号', width: 22 },
    phone: { header: '手机号码', width: 16 },
    politics: { header: '政治面貌', width: 14 },
    specialties: { header: '专业特长', width: 30 },
    capacity: { header: '结对社区', width: 12 },
    assessment: { header: '最近考核', width: 16 },
    status: { header: '状态', width: 12 },
    firstLicensedOn: { header: '首次执业', width: 14, format: 'day' },
    languages: { header: '语言', width: 18 },
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
      people.map(({ id, firm, specialties, assessments: [last], _count, ...person }) => [
        id,
        {
          name: person.name,
          firm: firm?.name ?? '',
          kind: labelOf(practitionerKinds, person.kind),
          licenceNo: person.licenceNo,
          phone: person.phoneMasked,
          politics: labelOf(politicalStatuses, person.politicalStatus),
          specialties: specialties.map(({ topicCode }) => labels('TOPIC', topicCode)).join('、'),
          capacity: `${_count.pairings} / ${person.capacity}`,
          assessment: last ? `${last.year} ${labelOf(assessmentResults, last.result)}` : '',
          status: practitionerMachine.labels[person.status],
          firstLicensedOn: person.firstLicensedOn,
          languages: person.languages.join('、'),
        },
      ]),
    )
  },
})
