import { communityKinds, communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { useReadQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Button } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { CommunityListPageQuery as Data, CommunityOrderField } from '../../generated/gql/graphql.ts'
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
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { knownOf, listUrl, orderOf, pageOf, readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { CommunityState } from './CommunityState.tsx'

const CommunityListPageQuery = graphql(`
  query CommunityListPage(
    $filter: CommunityFilter
    $search: String
    $orderBy: CommunityOrder
    $first: Int!
    $offset: Int!
  ) {
    communities(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          code
          name
          kind
          status
          address
          population
          contactName
          contactPhoneMasked
          visitRoom
          officeHours
          street {
            code
            name
          }
          advisers {
            name
            firmName
            isLead
            isPaused
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

const kinds = communityKinds.map(({ code }) => code)
const states = communityStatuses.map(({ code }) => code)

const Url = {
  ...listUrl,
  street: url.text(),
  kind: url.text(),
  state: url.text(),
  advised: url.text(),
  sort: url.sort(['code', 'name', 'population', 'status']),
}

const orderFields: Readonly<Record<string, CommunityOrderField>> = {
  code: 'CODE',
  name: 'NAME',
  population: 'POPULATION',
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
      streetCode: at.street || null,
      kind: knownOf(kinds, at.kind),
      status: knownOf(states, at.state),
      hasAdviser: at.advised === 'yes' ? true : at.advised === 'no' ? false : null,
    },
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  return preload(CommunityListPageQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

type Row = Data['communities']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: '社区（村）',
    fixed: true,
    sortable: true,
    card: 'heading',
    render: (it) => <Link to={paths.community(it.code)}>{it.name}</Link>,
  },
  { key: 'code', title: '区划代码', sortable: true, card: 'none', render: (it) => it.code },
  { key: 'street', title: '街道', render: (it) => it.street.name },
  { key: 'kind', title: '类型', card: 'none', render: (it) => labelOf(communityKinds, it.kind) },
  { key: 'adviser', title: '首席顾问', render: (it) => leadOf(it)?.name ?? '暂无' },
  { key: 'firm', title: '顾问机构', render: (it) => leadOf(it)?.firmName ?? '' },
  {
    key: 'population',
    title: '常住人口',
    sortable: true,
    align: 'right',
    render: (it) => (it.population == null ? '未填' : formatCount(it.population)),
  },
  { key: 'status', title: '状态', sortable: true, render: (it) => <CommunityState status={it.status} /> },
  { key: 'contact', title: '联系人', extra: true, card: 'none', render: (it) => it.contactName ?? '未填' },
  { key: 'phone', title: '联系电话', extra: true, card: 'none', render: (it) => it.contactPhoneMasked ?? '未填' },
  { key: 'room', title: '驻点场所', extra: true, card: 'none', render: (it) => it.visitRoom ?? '未填' },
  { key: 'hours', title: '接待时间', extra: true, card: 'none', render: (it) => it.officeHours ?? '未填' },
  { key: 'address', title: '地址', extra: true, card: 'none', render: (it) => it.address ?? '未填' },
]

function leadOf({ advisers }: Row) {
  return advisers.find((it) => it.isLead)
}

export function CommunityListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const navigate = useNavigate()
  const mayWrite = useMay('place:write')
  const clear = () => set({ q: '', street: '', kind: '', state: '', advised: '' })
  const filtered = [at.q, at.street, at.kind, at.state, at.advised].some(Boolean)
  return (
    <Page
      title="社区"
      actions={
        <>
          <ExportButton list="communities" columns={columnsShown(columns, at.columns)} variables={listVariables(at)} />
          {mayWrite && (
            <Button type="primary" onClick={() => void navigate(paths.newCommunity())}>
              新增社区
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '名称、拼音首字母、区划代码',
        }}
        count={data.communities.totalCount}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews page="communities" />
            <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelect
          label="街道"
          value={at.street}
          options={data.streets.map((it) => ({ value: it.code, label: it.name }))}
          onChange={(street) => set({ street })}
        />
        <FilterSelect
          label="类型"
          value={at.kind}
          width={110}
          options={optionsOf(communityKinds)}
          onChange={(kind) => set({ kind })}
        />
        <FilterSelect
          label="首席顾问"
          value={at.advised}
          width={130}
          options={[
            { value: 'no', label: '暂无首席' },
            { value: 'yes', label: '已有首席' },
          ]}
          onChange={(advised) => set({ advised })}
        />
        <FilterSelect
          label="状态"
          value={at.state}
          width={120}
          options={optionsOf(communityStatuses)}
          onChange={(state) => set({ state })}
        />
      </FilterBar>
      <DataTable
        label="社区"
        columns={columns}
        rows={data.communities.edges.map(({ node }) => node)}
        rowKey={(it) => it.code}
        empty={
          filtered ? (
            <EmptyMessage title="没有符合条件的社区" action={<Button onClick={clear}>清除条件</Button>} />
          ) : (
            <EmptyMessage title="还没有登记社区" description="可以逐个新增，也可以在“导入”中用 Excel 批量登记。" />
          )
        }
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
      />
      <Pager
        total={data.communities.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}

export function CommunityListPageLoading() {
  return <ListLoading title="社区" />
}
