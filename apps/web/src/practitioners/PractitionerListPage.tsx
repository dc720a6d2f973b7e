import { assessmentResults, labelOf, politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'
import { practitionerMachine } from '@sitai/rules/machines'
import { Link, useLoaderData } from 'react-router'

import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { manyOf, oneFound, oneFrom, oneOf } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { NewButton } from '../lists/NewButton.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf, placeOptions, stateOptions } from '../ui/options.ts'
import { BatchAssess } from './BatchAssess.tsx'
import { PractitionerState } from './PractitionerState.tsx'

const PractitionerListPageQuery = graphql(`
  query PractitionerListPage(
    $filter: PractitionerFilter, $search: String, $orderBy: PractitionerOrder, $first: Int, $offset: Int
  ) {
    practitioners(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id name kind licenceNo status
          phoneMasked politicalStatus languages firstLicensedOn
          capacity load
          firm { id name }
          specialties { topicLabel }
          assessments(first: 1) { year result }
        }
      }
    }
    streets { code name }
    topics: dictionary(kind: TOPIC) { code label active }
  }
`)

/** The years whose assessments may still be open; older ones may stand in an address, too. */
const openYears = [1, 2].map((ago) => new Date().getFullYear() - ago)
const yearOptions = openYears.map((year) => ({ value: String(year), label: `${year} 年未登记` }))
const freeOnly = [{ value: '1', label: '还可结对' }] as const

const practitionerList = declareList(PractitionerListPageQuery, 'practitioners', {
  label: '执业人员',
  filters: [
    oneFound('firm', '执业机构', FirmSelect, 'firmId', { width: 180 }),
    oneFrom('street', '街道', (it) => placeOptions(it.streets), 'streetCode'),
    manyOf('kind', '执业类别', optionsOf(practitionerKinds), 'kind', { width: 140 }),
    manyOf('state', '状态', stateOptions(practitionerMachine), 'status', { width: 120 }),
    manyOf('politics', '政治面貌', optionsOf(politicalStatuses), 'politicalStatus', { width: 130 }),
    oneFrom('topic', '专业特长', (it) => optionsOf(it.topics), 'topicCode', { width: 130 }),
    oneOf('free', '结对余额', freeOnly, (free) => ({ hasCapacityLeft: free && true }), { width: 130 }),
    oneFrom('unassessed', '未登记考核', yearOptions, (it) => ({ unassessedYear: Number(it) || null }), { width: 150 }),
  ],
  columns: [
    column('name', '姓名', (it) => <Link to={paths.practitioner(it.id)}>{it.name}</Link>, { sort: 'NAME' }),
    column('firm', '执业机构', (it) => (it.firm ? <Link to={paths.firm(it.firm.id)}>{it.firm.name}</Link> : '无'), {
      sort: 'FIRM',
    }),
    column('kind', '执业类别', (it) => labelOf(practitionerKinds, it.kind)),
    column('licenceNo', '执业证号', (it) => it.licenceNo, { sort: 'LICENCE_NO' }),
    column('phone', '手机号码', (it) => it.phoneMasked ?? '未填'),
    column('capacity', '结对社区', (it) => `${it.load} / ${it.capacity}`, { sort: 'CAPACITY', align: 'right' }),
    column('status', '状态', (it) => <PractitionerState status={it.status} />, { sort: 'STATUS' }),
    column('specialties', '专业特长', (it) => (
      <div style={{ maxWidth: 176 }}>{it.specialties.map(({ topicLabel }) => topicLabel).join('、') || '未填'}</div>
    )),
    column(
      'assessment',
      '最近考核',
      ({ assessments: [last] }) => (last ? `${last.year} ${labelOf(assessmentResults, last.result)}` : '未登记'),
      { extra: true },
    ),
    column('politics', '政治面貌', (it) => labelOf(politicalStatuses, it.politicalStatus), { extra: true }),
    column('firstLicensedOn', '首次执业', (it) => it.firstLicensedOn ?? '未填', {
      sort: 'FIRST_LICENSED_ON',
      extra: true,
    }),
    column('languages', '语言', (it) => it.languages.join('、') || '未填', { extra: true }),
  ],
})

export const { loader } = practitionerList

export function PractitionerListPage() {
  const mayCreate = useMay('practitioner:create')
  // An adviser sees one row: nothing to look for.
  const isOwn = !useMay('overview:read')
  return (
    <ListPage
      list={practitionerList}
      answer={useLoaderData<typeof loader>()}
      title="执业人员"
      search={isOwn ? undefined : '姓名、拼音首字母、证号、手机尾号'}
      actions={mayCreate && <NewButton to={paths.newPractitioner()}>新增人员</NewButton>}
      empty="还没有登记执业人员"
      advice="可以逐个新增，也可以在“导入”中用 Excel 批量登记。"
      batch={
        mayCreate && ((ids, done) => <BatchAssess ids={ids} onDone={done} refetch={[PractitionerListPageQuery]} />)
      }
    />
  )
}

export const PractitionerListPageLoading = () => <ListLoading title="执业人员" />
