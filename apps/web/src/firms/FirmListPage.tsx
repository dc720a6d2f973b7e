import { firmKinds, labelOf, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import { firmMachine } from '@sitai/rules/machines'
import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { FirmListPageQuery as Data, FirmOrderField } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
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
import { optionsOf, stateOptions } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { chosenOf, knownOf, listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { FirmState } from './FirmState.tsx'

const FirmListPageQuery = graphql(`
  query FirmListPage($filter: FirmFilter, $search: String, $orderBy: FirmOrder, $first: Int!, $offset: Int!) {
    firms(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          name
          kind
          creditCode
          licenceNo
          orgForm
          director
          phone
          address
          setUpOn
          status
          partyOrg
          practitionerCount
          street {
            code
            name
          }
          inspections {
            year
            result
          }
        }
      }
    }
    streets {
      code
      name
    }
  }
`)

const kinds = firmKinds.map(({ code }) => code)
const parties = partyOrgs.map(({ code }) => code)
const states = ['ACTIVE', 'SUSPENDED', 'CANCELLED'] as const

const Url = {
  ...listUrl,
  kind: url.text(),
  state: url.list(),
  party: url.text(),
  street: url.text(),
  sort: url.sort(['name', 'kind', 'street', 'setUpOn', 'status']),
}

const orderFields: Readonly<Record<string, FirmOrderField>> = {
  name: 'NAME',
  kind: 'KIND',
  street: 'STREET',
  setUpOn: 'SET_UP_ON',
  status: 'STATUS',
}

/** What the list is asked for; an export asks the same. */
function listVariables(at: UrlOf<typeof Url>) {
  const order = orderOf(at.sort)
  const field = order && orderFields[order.key]
  return {
    search: at.q,
    orderBy: order && field ? { field, direction: order.direction } : null,
    filter: {
      kind: knownOf(kinds, at.kind),
      status: chosenOf(states, at.state),
      partyOrg: knownOf(parties, at.party),
      streetCode: at.street || null,
    },
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  return preload(FirmListPageQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

type Row = Data['firms']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: '机构名称',
    fixed: true,
    sortable: true,
    card: 'heading',
    render: (it) => <Link to={paths.firm(it.id)}>{it.name}</Link>,
  },
  { key: 'kind', title: '机构类别', sortable: true, render: (it) => labelOf(firmKinds, it.kind) },
  { key: 'street', title: '所在街道', sortable: true, render: (it) => it.street?.name ?? '未填' },
  { key: 'director', title: '负责人', render: (it) => it.director ?? '未填' },
  {
    key: 'people',
    title: '在岗人数',
    align: 'right',
    render: (it) => <Link to={paths.practitioners({ firm: it.id, state: 'ACTIVE' })}>{it.practitionerCount}</Link>,
  },
  { key: 'phone', title: '办公电话', render: (it) => it.phone ?? '未填' },
  { key: 'party', title: '党组织', card: 'none', render: (it) => labelOf(partyOrgs, it.partyOrg) },
  { key: 'status', title: '状态', sortable: true, render: (it) => <FirmState status={it.status} /> },
  {
    key: 'setUpOn',
    title: '设立日期',
    sortable: true,
    extra: true,
    card: 'none',
    render: (it) => it.setUpOn ?? '未填',
  },
  {
    key: 'orgForm',
    title: '组织形式',
    extra: true,
    card: 'none',
    render: (it) => (it.orgForm ? labelOf(orgForms, it.orgForm) : ''),
  },
  { key: 'creditCode', title: '统一社会信用代码', extra: true, card: 'none', render: (it) => it.creditCode },
  { key: 'licenceNo', title: '执业许可证号', extra: true, card: 'none', render: (it) => it.licenceNo },
  { key: 'address', title: '地址', extra: true, card: 'none', render: (it) => it.address ?? '未填' },
]

export function FirmListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const navigate = useNavigate()
  const mayCreate = useMay('firm:create')
  const clear = () => set({ q: '', kind: '', state: [], party: '', street: '' })
  const filtered = [at.q, at.kind, at.party, at.street].some(Boolean) || at.state.length > 0
  return (
    <Page
      title="执业机构"
      actions={
        <>
          <ExportButton list="firms" columns={columnsShown(columns, at.columns)} variables={listVariables(at)} />
          {mayCreate && (
            <Button type="primary" onClick={() => void navigate(paths.newFirm())}>
              新增机构
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '名称、拼音首字母、许可证号、信用代码',
        }}
        count={data.firms.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews page="firms" />
            <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelect
          label="机构类别"
          value={at.kind}
          options={optionsOf(firmKinds)}
          onChange={(kind) => set({ kind })}
        />
        <FilterSelect
          label="街道"
          value={at.street}
          options={data.streets.map((it) => ({ value: it.code, label: it.name }))}
          onChange={(street) => set({ street })}
        />
        <FilterSelectMany
          label="状态"
          value={at.state}
          width={130}
          options={stateOptions(firmMachine)}
          onChange={(state) => set({ state: [...state] })}
        />
        <FilterSelect
          label="党组织"
          value={at.party}
          width={130}
          options={optionsOf(partyOrgs)}
          onChange={(party) => set({ party })}
        />
      </FilterBar>
      <DataTable
        label="机构"
        columns={columns}
        rows={data.firms.edges.map(({ node }) => node)}
        rowKey={(it) => it.id}
        empty={
          filtered ? (
            <EmptyMessage title="没有符合条件的机构" action={<Button onClick={clear}>清除条件</Button>} />
          ) : (
            <EmptyMessage title="还没有登记机构" description="可以逐家新增，也可以在“导入”中用 Excel 批量登记。" />
          )
        }
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
      />
      <Pager
        total={data.firms.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}

export function FirmListPageLoading() {
  return <ListLoading title="执业机构" />
}
