import { visitMachine } from '@sitai/rules/machines'
import { visitFields } from '@sitai/rules/visit.fields'
import { Link, useLoaderData } from 'react-router'

import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { column } from '../lists/column.ts'
import { dates } from '../lists/dates.tsx'
import { declareList } from '../lists/declareList.ts'
import { manyOf, oneFound, ticked } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { paths } from '../paths.ts'
import { PersonSelect } from '../practitioners/PersonSelect.tsx'
import { isAdviser, isOfBureau, useViewer } from '../session/viewer.ts'
import { stateOptions } from '../ui/options.ts'
import { VisitState } from './VisitState.tsx'
import { dayWords, minutesWords, span } from './words.ts'

const ListQuery = graphql(`
  query VisitListPage($filter: VisitFilter, $search: String, $orderBy: VisitOrder, $first: Int, $offset: Int) {
    visits(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          status
          plannedOn
          startsAt
          endsAt
          minutes
          needsConfirmation
          isIncomplete
          doubts
          communityName
          streetName
          practitionerName
          serviceLogCount
          firm { id name }
        }
      }
    }
  }
`)

const visitList = declareList(ListQuery, 'visits', {
  label: '驻点',
  filters: [
    manyOf('state', '状态', stateOptions(visitMachine), 'status', { width: 140 }),
    oneFound('firm', '机构', FirmSelect, 'firmId', { width: 180, isFor: isOfBureau }),
    oneFound('person', '顾问', PersonSelect, 'practitionerId', { width: 150, isFor: (it) => !isAdviser(it) }),
    dates('日期', (from, to) => ({ from: from || null, to: to || null })),
    ticked('doubtful', '待社区确认', 'needsConfirmation'),
  ],
  columns: [
    column('day', visitFields.plannedOn.label, (it) => <Link to={paths.visit(it.id)}>{dayWords(it.plannedOn)}</Link>, {
      sort: 'STARTS_AT',
    }),
    column('time', '时间', (it) => span(it)),
    column('state', '状态', ({ status, ...it }) => <VisitState state={status} {...it} />),
    column('community', '社区', (it) => it.communityName, { sort: 'COMMUNITY' }),
    column('street', '街道', (it) => it.streetName, { extra: true, card: 'line' }),
    // In an adviser's own list it goes without saying.
    column('practitioner', '顾问', (it) => it.practitionerName, { sort: 'PRACTITIONER', extra: isAdviser }),
    column('firm', '机构', (it) => it.firm.name, { extra: true, card: 'line' }),
    column('minutes', '时长', (it) => (it.status === 'PLANNED' ? '—' : minutesWords(it.minutes)), {
      sort: 'MINUTES',
      align: 'right',
    }),
    column('logs', '日志', (it) => `${it.serviceLogCount} 篇`, { align: 'right' }),
    column('doubts', visitFields.doubts.label, (it) => it.doubts.join('；') || '—', { extra: true, card: 'line' }),
  ],
})

export const { loader } = visitList

/** The visits: an adviser's own, a firm's, the bureau's. */
export function VisitListPage() {
  const isOwn = isAdviser(useViewer())
  return (
    <ListPage
      list={visitList}
      answer={useLoaderData<typeof loader>()}
      title={isOwn ? '我的驻点' : '驻点'}
      search={isOwn ? '社区' : '社区、顾问'}
      empty="还没有驻点"
    />
  )
}
