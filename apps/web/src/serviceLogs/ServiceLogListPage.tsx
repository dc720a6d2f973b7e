import { serviceLogMachine } from '@sitai/rules/machines'
import { serviceLogFields } from '@sitai/rules/serviceLog.fields'
import { countsLabel } from '@sitai/rules/serviceLog'
import { Link, useLoaderData } from 'react-router'

import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { column } from '../lists/column.ts'
import { dates } from '../lists/dates.tsx'
import { declareList } from '../lists/declareList.ts'
import { manyFrom, manyOf, oneFound } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { paths } from '../paths.ts'
import { PersonSelect } from '../practitioners/PersonSelect.tsx'
import { isAdviser, isOfBureau, useMay } from '../session/viewer.ts'
import { stateOptions } from '../ui/options.ts'
import { dayWords } from '../visits/words.ts'
import { allChoices } from './choices.ts'
import { LogState } from './LogState.tsx'
import { OutboxPanel } from './OutboxPanel.tsx'
import { ReviewLogs } from './ReviewLogs.tsx'

const ListQuery = graphql(`
  query ServiceLogListPage(
    $filter: ServiceLogFilter, $search: String, $orderBy: ServiceLogOrder, $first: Int, $offset: Int
  ) {
    types: dictionary(kind: SERVICE_TYPE) { code label active }
    topics: dictionary(kind: TOPIC) { code label active }
    serviceLogs(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id status warnings occurredOn
          typeLabel topicLabel content photoCount rating
          communityName streetName practitionerName
          firm { id name }
          persons items sessions copies
        }
      }
    }
  }
`)

/** Drafts are their writer's. */
const states = stateOptions(serviceLogMachine).map((it) => (it.value === 'DRAFT' ? { ...it, isFor: isAdviser } : it))

const logList = declareList(ListQuery, 'serviceLogs', {
  label: '日志',
  filters: [
    manyOf('state', '状态', states, 'status', { width: 130 }),
    manyFrom('type', '类型', (it) => allChoices(it.types), 'typeCode', { width: 130 }),
    manyFrom('topic', '事项', (it) => allChoices(it.topics), 'topicCode', { width: 130 }),
    oneFound('firm', '机构', FirmSelect, 'firmId', { width: 180, isFor: isOfBureau }),
    oneFound('person', '顾问', PersonSelect, 'practitionerId', { width: 150, isFor: (it) => !isAdviser(it) }),
    dates(serviceLogFields.occurredOn.label, (from, to) => ({ from: from || null, to: to || null })),
  ],
  columns: [
    column(
      'day',
      serviceLogFields.occurredOn.label,
      (it) => <Link to={paths.serviceLog(it.id)}>{dayWords(it.occurredOn)}</Link>,
      {
        sort: 'OCCURRED_ON',
      },
    ),
    column('state', '状态', (it) => <LogState state={it.status} warnings={it.warnings} />),
    column('community', '社区', (it) => it.communityName, { sort: 'COMMUNITY' }),
    column('street', '街道', (it) => it.streetName, { extra: true, card: 'line' }),
    column('type', '类型', (it) => it.typeLabel),
    column('topic', '事项', (it) => it.topicLabel),
    column('counts', '数量', (it) => countsLabel(it) || '—'),
    // In an adviser's own list it goes without saying.
    column('practitioner', '顾问', (it) => it.practitionerName, { sort: 'PRACTITIONER', extra: isAdviser }),
    column('firm', '机构', (it) => it.firm.name, { extra: true, card: 'line' }),
    column('content', '内容', (it) => short(it.content), { card: 'none' }),
    column('photos', '照片', (it) => it.photoCount || '—', { align: 'right', extra: true, card: 'line' }),
    column('rating', '评分', (it) => it.rating ?? '—', { align: 'right', extra: true, card: 'line' }),
  ],
})

export const { loader } = logList

/** The logs: an adviser's own, a firm's, the bureau's; those who review do so in batches. */
export function ServiceLogListPage() {
  const mayReview = useMay('serviceLog:review')
  const mayWrite = useMay('serviceLog:write')
  return (
    <ListPage
      list={logList}
      answer={useLoaderData<typeof loader>()}
      title={mayWrite ? '我的日志' : '日志'}
      search={mayWrite ? '社区、内容' : '社区、顾问、内容'}
      actions={
        mayWrite && (
          <LinkButton type="primary" to={paths.logService({})}>
            记日志
          </LinkButton>
        )
      }
      empty="还没有日志"
      batch={mayReview && ((ids, done) => <ReviewLogs ids={ids} onDone={done} />)}
    >
      {mayWrite && <OutboxPanel />}
    </ListPage>
  )
}

function short(text: string): string {
  const characters = [...text]
  return characters.length > 18 ? `${characters.slice(0, 18).join('')}…` : text
}
