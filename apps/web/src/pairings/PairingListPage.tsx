import { useReadQuery } from '@apollo/client/react'
import { pairingMachine } from '@sitai/rules/machines'
import { statesOf } from '@sitai/rules/stateMachine'
import { Button } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { PairingListQuery, PairingOrderField } from '../../generated/gql/graphql.ts'
import { client, preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { useMay } from '../session/viewer.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { type Column, columnsShown } from '../ui/column.ts'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect, FilterSelectMany } from '../ui/FilterSelect.tsx'
import { ListLoading } from '../ui/ListLoading.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { StateTag } from './StateTag.tsx'

const ListQuery = graphql(`
  query PairingList($filter: PairingFilter!, $search: String, $orderBy: PairingOrder, $first: Int!, $offset: Int!) {
    pairings(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          seatLabel
          status
          statusLabel
          termFrom
          lastDay
          daysLeft
          visitsPerMonth
          gradeLabel
          note
          community {
            code
            name
            street {
              name
            }
          }
          practitioner {
            id
            name
            firm {
              id
              name
            }
          }
        }
      }
    }
  }
`)

const FiltersQuery = graphql(`
  query PairingListFilters {
    pairingDefaults {
      today
      expiringDays
      streets {
        code
        name
      }
    }
  }
`)

const states = statesOf(pairingMachine)
const Url = {
  ...listUrl,
  states: url.list(),
  seat: url.oneOf(['', 'LEAD', 'ASSISTANT']),
  street: url.text(),
  person: url.text(),
  batch: url.text(),
  watch: url.oneOf(['', 'expiring', 'unvisited']),
  sort: url.sort(['termFrom', 'lastDay', 'community', 'practitioner', 'status']),
}
type Sought = UrlOf<typeof Url>

const orderFields: Readonly<Record<string, PairingOrderField>> = {
  termFrom: 'TERM_FROM',
  lastDay: 'ENDS_ON',
  community: 'COMMUNITY',
  practitioner: 'PRACTITIONER',
  status: 'STATUS',
}

function filterOf(at: Sought, defaults: { today: string; expiringDays: number }) {
  return {
    status: states.filter((it) => at.states.includes(it)),
    seat: at.seat === '' ? null : at.seat,
    placeCode: at.street || null,
    practitionerId: at.person || null,
    batchId: at.batch || null,
    expiringWithinDays: at.watch === 'expiring' ? defaults.expiringDays : null,
    withoutVisitSince: at.watch === 'unvisited' ? `${defaults.today.slice(0, 8)}01` : null,
  }
}

/** What the list is asked for; an export asks the same. */
function listVariables(at: Sought, defaults: { today: string; expiringDays: number }) {
  const order = orderOf(at.sort)
  const field = order && orderFields[order.key]
  return {
    filter: filterOf(at, defaults),
    search: at.q,
    orderBy: order && field ? { field, direction: order.direction } : null,
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  const { data } = await client.query({ query: FiltersQuery })
  if (!data) throw new Error('The defaults query answered neither data nor an error.')
  const defaults = data.pairingDefaults
  return { list: preload(ListQuery, { variables: { ...listVariables(at, defaults), ...pageOf(at) } }), defaults }
}

type Row = PairingListQuery['pairings']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'community',
    title: '社区',
    render: (it) => <Link to={paths.pairing(it.id)}>{it.community.name}</Link>,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  { key: 'street', title: '街道', render: (it) => it.community.street.name },
  {
    key: 'practitioner',
    title: '顾问',
    render: (it) => <Link to={paths.practitioner(it.practitioner.id)}>{it.practitioner.name}</Link>,
    sortable: true,
  },
  { key: 'firm', title: '执业机构', render: (it) => it.practitioner.firm?.name ?? '—' },
  { key: 'seat', title: '席位', render: (it) => it.seatLabel },
  {
    key: 'status',
    title: '状态',
    render: (it) => <StateTag status={it.status} label={it.statusLabel} />,
    sortable: true,
  },
  { key: 'termFrom', title: '聘期自', render: (it) => it.termFrom, sortable: true },
  { key: 'lastDay', title: '至', render: (it) => it.lastDay, sortable: true },
  { key: 'daysLeft', title: '余（天）', render: (it) => it.daysLeft ?? '—', align: 'right', extra: true },
  { key: 'visits', title: '每月驻点', render: (it) => `${it.visitsPerMonth} 次`, align: 'right', extra: true },
  { key: 'grade', title: '考核', render: (it) => it.gradeLabel ?? '—', extra: true },
  { key: 'note', title: '说明', render: (it) => it.note ?? '—', extra: true, card: 'none' },
]

/** Every pairing the viewer may see, past ones too. */
export function PairingListPage() {
  const { list, defaults } = useLoaderData<typeof loader>()
  const { data } = useReadQuery(list)
  const [at, set] = useUrlState(Url)
  const mayWrite = useMay('pairing:write')
  const { pairings } = data
  const filtered = at.q || at.states.length > 0 || at.seat || at.street || at.watch || at.batch || at.person
  const clear = () => set({ q: '', states: [], seat: '', street: '', watch: '', batch: '', person: '' })
  return (
    <Page
      title="结对"
      actions={
        <>
          <ExportButton
            list="pairings"
            columns={columnsShown(columns, at.columns)}
            variables={listVariables(at, defaults)}
          />
          {mayWrite && (
            <LinkButton type="primary" to={paths.pairingDesk()}>
              结对工作台
            </LinkButton>
          )}
        </>
      }
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '社区、顾问、拼音首字母、证号',
        }}
        count={pairings.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews page="pairings" />
            <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelectMany
          label="状态"
          value={at.states}
          options={states.map((it) => ({ value: it, label: pairingMachine.labels[it] }))}
          onChange={(chosen) => set({ states: [...chosen] })}
          width={160}
        />
        <FilterSelect
          label="席位"
          value={at.seat}
          options={[
            { value: 'LEAD', label: '首席顾问' },
            { value: 'ASSISTANT', label: '助理顾问' },
          ]}
          onChange={(seat) => set({ seat: seat === 'LEAD' || seat === 'ASSISTANT' ? seat : '' })}
          width={120}
        />
        <FilterSelect
          label="街道"
          value={at.street}
          options={defaults.streets.map((it) => ({ value: it.code, label: it.name }))}
          onChange={(street) => set({ street })}
          width={150}
        />
        <FilterSelect
          label="关注"
          value={at.watch}
          options={[
            { value: 'expiring', label: `${defaults.expiringDays} 天内到期` },
            { value: 'unvisited', label: '本月尚未到位' },
          ]}
          onChange={(watch) => set({ watch: watch === 'expiring' || watch === 'unvisited' ? watch : '' })}
          width={150}
        />
      </FilterBar>
      <DataTable
        label="结对"
        columns={columns}
        rows={pairings.edges.map((it) => it.node)}
        rowKey={(it) => it.id}
        empty={
          <EmptyMessage
            title={filtered ? '没有符合条件的结对' : '还没有结对'}
            action={filtered ? <Button onClick={clear}>清除条件</Button> : undefined}
          />
        }
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
      />
      <Pager
        total={pairings.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}

export function PairingListPageLoading() {
  return <ListLoading title="结对" />
}
