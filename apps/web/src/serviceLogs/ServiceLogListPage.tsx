import { useReadQuery } from '@apollo/client/react'
import { serviceLogMachine } from '@sitai/rules/machines'
import { countsLabel } from '@sitai/rules/serviceLog'
import { statesOf } from '@sitai/rules/stateMachine'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { ServiceLogListPageQuery as Data, ServiceLogOrderField } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { PersonSelect } from '../practitioners/PersonSelect.tsx'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { useMay, useViewer } from '../session/viewer.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { type Column, columnsShown } from '../ui/column.ts'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterDates } from '../ui/FilterDates.tsx'
import { FilterSelectMany } from '../ui/FilterSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Tag } from '../ui/Tag.tsx'
import { chosenOf, listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { dayWords } from '../visits/words.ts'
import { allChoices } from './choices.ts'
import { LogState } from './LogState.tsx'
import { OutboxPanel } from './OutboxPanel.tsx'
import { ReviewLogs } from './ReviewLogs.tsx'

const ListQuery = graphql(`
  query ServiceLogListPage(
    $filter: ServiceLogFilter
    $search: String
    $orderBy: ServiceLogOrder
    $first: Int
    $offset: Int
  ) {
    types: dictionary(kind: SERVICE_TYPE) {
      code
      label
      active
    }
    topics: dictionary(kind: TOPIC) {
      code
      label
      active
    }
    serviceLogs(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          status
          occurredOn
          typeLabel
          topicLabel
          communityName
          streetName
          practitionerName
          firm {
            id
            name
          }
          persons
          items
          sessions
          copies
          content
          photoCount
          rating
          warnings
        }
      }
    }
  }
`)

const sorts = { day: 'OCCURRED_ON', community: 'COMMUNITY', practitioner: 'PRACTITIONER' } as const satisfies Record<
  string,
  ServiceLogOrderField
>
const Url = {
  ...listUrl,
  state: url.list(),
  type: url.list(),
  topic: url.list(),
  firm: url.text(),
  person: url.text(),
  from: url.day(),
  to: url.day(),
  sort: url.sort(['day', 'community', 'practitioner']),
}

/** What the list is asked for; an export asks the same. */
function listVariables(at: UrlOf<typeof Url>) {
  const order = orderOf(at.sort)
  return {
    filter: {
      status: chosenOf(statesOf(serviceLogMachine), at.state),
      typeCode: [...at.type],
      topicCode: [...at.topic],
      firmId: at.firm || null,
      practitionerId: at.person || null,
      from: at.from || null,
      to: at.to || null,
    },
    search: at.q,
    orderBy: order ? { field: fieldOf(order.key), direction: order.direction } : null,
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  return preload(ListQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

function fieldOf(key: string): ServiceLogOrderField {
  return key === 'community' ? sorts.community : key === 'practitioner' ? sorts.practitioner : sorts.day
}

type Row = Data['serviceLogs']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'day',
    title: '服务日期',
    render: (it) => <Link to={paths.serviceLog(it.id)}>{dayWords(it.occurredOn)}</Link>,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  {
    key: 'state',
    title: '状态',
    render: (it) => (
      <>
        <LogState state={it.status} />{' '}
        {it.warnings.length > 0 && it.status !== 'VOID' && <Tag tone="warn">疑似重复</Tag>}
      </>
    ),
  },
  { key: 'community', title: '社区', render: (it) => it.communityName, sortable: true },
  { key: 'street', title: '街道', render: (it) => it.streetName, extra: true },
  { key: 'type', title: '类型', render: (it) => it.typeLabel },
  { key: 'topic', title: '事项', render: (it) => it.topicLabel },
  { key: 'counts', title: '数量', render: (it) => countsLabel(it) || '—' },
  { key: 'practitioner', title: '顾问', render: (it) => it.practitionerName, sortable: true },
  { key: 'firm', title: '机构', render: (it) => it.firm.name, extra: true },
  { key: 'content', title: '内容', render: (it) => short(it.content), card: 'none' },
  { key: 'photos', title: '照片', render: (it) => it.photoCount || '—', align: 'right', extra: true },
  { key: 'rating', title: '评分', render: (it) => it.rating ?? '—', align: 'right', extra: true },
]

/** An adviser's own list: that it is the adviser goes without saying, unless asked for. */
const ownColumns = columns.map((it) => (it.key === 'practitioner' ? { ...it, extra: true } : it))

function short(text: string): string {
  const characters = [...text]
  return characters.length > 18 ? `${characters.slice(0, 18).join('')}…` : text
}

/** The logs: an adviser's own, a firm's, the bureau's; those who review do so in batches. */
export function ServiceLogListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayReview = useMay('serviceLog:review')
  const mayWrite = useMay('serviceLog:write')
  const { grant } = useViewer()
  const offered = mayWrite ? ownColumns : columns
  const isBureau = !mayWrite && grant.firmName === null
  const filtered =
    at.q !== '' ||
    at.state.length + at.type.length + at.topic.length > 0 ||
    at.firm !== '' ||
    at.person !== '' ||
    at.from !== '' ||
    at.to !== ''
  const clear = () => set({ q: '', state: [], type: [], topic: [], firm: '', person: '', from: '', to: '' })
  const states = statesOf(serviceLogMachine).filter((it) => mayWrite || it !== 'DRAFT')
  return (
    <Page
      title={mayWrite ? '我的日志' : '日志'}
      actions={
        <>
          <ExportButton list="serviceLogs" columns={columnsShown(offered, at.columns)} variables={listVariables(at)} />
          {mayWrite && (
            <LinkButton type="primary" to={paths.logService({})}>
              记日志
            </LinkButton>
          )}
        </>
      }
    >
      {mayWrite && <OutboxPanel />}
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: mayWrite ? '社区、内容' : '社区、顾问、内容',
        }}
        count={data.serviceLogs.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews page="serviceLogs" />
            <ColumnChooser columns={offered} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelectMany
          label="状态"
          value={at.state}
          options={states.map((it) => ({ value: it, label: serviceLogMachine.labels[it] }))}
          onChange={(state) => set({ state: [...state] })}
          width={130}
        />
        <FilterSelectMany
          label="类型"
          value={at.type}
          options={allChoices(data.types)}
          onChange={(type) => set({ type: [...type] })}
          width={130}
        />
        <FilterSelectMany
          label="事项"
          value={at.topic}
          options={allChoices(data.topics)}
          onChange={(topic) => set({ topic: [...topic] })}
          width={130}
        />
        {isBureau && <FirmSelect label="机构" value={at.firm} onChange={(firm) => set({ firm })} width={180} />}
        {!mayWrite && (
          <PersonSelect label="顾问" value={at.person} onChange={(person) => set({ person })} width={150} />
        )}
        <FilterDates label="服务日期" from={at.from} to={at.to} onChange={set} />
      </FilterBar>
      <DataTable
        label="日志"
        columns={offered}
        rows={data.serviceLogs.edges.map((it) => it.node)}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title={filtered ? '没有符合条件的日志' : '还没有日志'} />}
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
        {...(mayReview && {
          selection: {
            keys: chosen,
            onChange: setChosen,
            actions: <ReviewLogs ids={chosen} onDone={() => setChosen([])} />,
          },
        })}
      />
      <Pager
        total={data.serviceLogs.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}
