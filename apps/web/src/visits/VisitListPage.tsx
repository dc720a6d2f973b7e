import { useReadQuery } from '@apollo/client/react'
import { visitMachine } from '@sitai/rules/machines'
import { statesOf } from '@sitai/rules/stateMachine'
import { Checkbox } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { VisitListPageQuery as Data, VisitOrderField } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
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
import { chosenOf, listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
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
          firm {
            id
            name
          }
        }
      }
    }
  }
`)

const Url = {
  ...listUrl,
  state: url.list(),
  firm: url.text(),
  person: url.text(),
  from: url.day(),
  to: url.day(),
  doubtful: url.flag(),
  sort: url.sort(['day', 'community', 'practitioner', 'minutes']),
}

const fields: Readonly<Record<string, VisitOrderField>> = {
  community: 'COMMUNITY',
  practitioner: 'PRACTITIONER',
  minutes: 'MINUTES',
}

/** What the list is asked for; an export asks the same. */
function listVariables(at: UrlOf<typeof Url>) {
  const order = orderOf(at.sort)
  return {
    filter: {
      status: chosenOf(statesOf(visitMachine), at.state),
      firmId: at.firm || null,
      practitionerId: at.person || null,
      from: at.from || null,
      to: at.to || null,
      needsConfirmation: at.doubtful || null,
    },
    search: at.q,
    orderBy: order ? { field: fields[order.key] ?? 'STARTS_AT', direction: order.direction } : null,
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  return preload(ListQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

type Row = Data['visits']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'day',
    title: '日期',
    render: (it) => <Link to={paths.visit(it.id)}>{dayWords(it.plannedOn)}</Link>,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  { key: 'time', title: '时间', render: (it) => span(it) },
  {
    key: 'state',
    title: '状态',
    render: (it) => (
      <VisitState
        state={it.status}
        plannedOn={it.plannedOn}
        needsConfirmation={it.needsConfirmation}
        isIncomplete={it.isIncomplete}
      />
    ),
  },
  { key: 'community', title: '社区', render: (it) => it.communityName, sortable: true },
  { key: 'street', title: '街道', render: (it) => it.streetName, extra: true },
  { key: 'practitioner', title: '顾问', render: (it) => it.practitionerName, sortable: true },
  { key: 'firm', title: '机构', render: (it) => it.firm.name, extra: true },
  {
    key: 'minutes',
    title: '时长',
    render: (it) => (it.status === 'PLANNED' ? '—' : minutesWords(it.minutes)),
    sortable: true,
    align: 'right',
  },
  { key: 'logs', title: '日志', render: (it) => `${it.serviceLogCount} 篇`, align: 'right' },
  { key: 'doubts', title: '疑点', render: (it) => it.doubts.join('；') || '—', extra: true },
]

/** An adviser's own list: that it is the adviser goes without saying, unless asked for. */
const ownColumns = columns.map((it) => (it.key === 'practitioner' ? { ...it, extra: true } : it))

/** The visits: an adviser's own, a firm's, the bureau's. */
export function VisitListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const isAdviser = useMay('serviceLog:write')
  const { grant } = useViewer()
  const offered = isAdviser ? ownColumns : columns
  const chosen = [at.q, at.firm, at.person, at.from, at.to].some((it) => it !== '')
  const filtered = chosen || at.state.length > 0 || at.doubtful
  const clear = () => set({ q: '', state: [], firm: '', person: '', from: '', to: '', doubtful: false })
  return (
    <Page
      title={isAdviser ? '我的驻点' : '驻点'}
      actions={<ExportButton list="visits" columns={columnsShown(offered, at.columns)} variables={listVariables(at)} />}
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: isAdviser ? '社区' : '社区、顾问',
        }}
        count={data.visits.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews page="visits" />
            <ColumnChooser columns={offered} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelectMany
          label="状态"
          value={at.state}
          options={statesOf(visitMachine).map((it) => ({ value: it, label: visitMachine.labels[it] }))}
          onChange={(state) => set({ state: [...state] })}
          width={140}
        />
        {grant.firmName === null && !isAdviser && (
          <FirmSelect label="机构" value={at.firm} onChange={(firm) => set({ firm })} width={180} />
        )}
        {!isAdviser && (
          <PersonSelect label="顾问" value={at.person} onChange={(person) => set({ person })} width={150} />
        )}
        <FilterDates label="日期" from={at.from} to={at.to} onChange={set} />
        <Checkbox checked={at.doubtful} onChange={({ target }) => set({ doubtful: target.checked })}>
          待社区确认
        </Checkbox>
      </FilterBar>
      <DataTable
        label="驻点"
        columns={offered}
        rows={data.visits.edges.map((it) => it.node)}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title={filtered ? '没有符合条件的驻点' : '还没有驻点'} />}
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
      />
      <Pager
        total={data.visits.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}
