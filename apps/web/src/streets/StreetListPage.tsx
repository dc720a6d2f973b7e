import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { StreetListPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { column, columnsFor, type ListColumn } from '../lists/column.ts'
import { NewButton } from '../lists/NewButton.tsx'
import { paths } from '../paths.ts'
import { useMay, useViewer } from '../session/viewer.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { ListLoading } from '../ui/ListLoading.tsx'
import { Page } from '../ui/Page.tsx'
import { readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'

const StreetListPageQuery = graphql(`
  query StreetListPage($search: String) {
    streets(search: $search) { id code name justiceOffice communityCount coveredCount firmCount adjacentCodes }
    every: streets { id code name }
  }
`)

const Url = { q: url.text() }

export function loader({ request }: LoaderFunctionArgs) {
  return preload(StreetListPageQuery, { variables: { search: readUrl(Url, request).q } })
}

type Row = Data['streets'][number]

const columnsOf = (names: ReadonlyMap<string, string>): readonly ListColumn<Row, never>[] => [
  column('name', '街道（乡镇）', ({ code, name }) => <Link to={paths.communities({ street: code })}>{name}</Link>),
  column('code', '区划代码', (it) => it.code),
  column('office', '司法所', (it) => it.justiceOffice ?? '未填'),
  column(
    'communities',
    '社区、村',
    (it) => <Link to={paths.communities({ street: it.code, state: 'ACTIVE' })}>{it.communityCount}</Link>,
    { align: 'right' },
  ),
  column(
    'bare',
    '暂无首席',
    ({ code, communityCount, coveredCount }) => (
      <Link to={paths.communities({ street: code, state: 'ACTIVE', advised: 'no' })}>
        {communityCount - coveredCount}
      </Link>
    ),
    { align: 'right' },
  ),
  column('firms', '机构', (it) => <Link to={paths.firms({ street: it.code, state: 'ACTIVE' })}>{it.firmCount}</Link>, {
    align: 'right',
  }),
  column('adjacent', '相邻街道', (it) => it.adjacentCodes.map((code) => names.get(code) ?? code).join('、') || '未填'),
  column(
    'act',
    '操作',
    ({ code, name }) => (
      <Link to={paths.editStreet(code)} aria-label={`修改${name}`}>
        修改
      </Link>
    ),
    { isFor: ({ acts }) => acts.includes('place:write') },
  ),
]

/** The streets, few enough for one page. */
export function StreetListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const viewer = useViewer()
  const mayWrite = useMay('place:write')
  const names = new Map(data.every.map(({ code, name }) => [code, name]))
  return (
    <Page title="街道" actions={mayWrite && <NewButton to={paths.newStreet()}>新增街道</NewButton>}>
      <FilterBar
        search={{
          value: at.q,
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: '名称、拼音首字母、区划代码',
        }}
        count={data.streets.length}
        onClear={at.q ? () => set({ q: '' }) : undefined}
      />
      <DataTable
        label="街道"
        columns={columnsFor(columnsOf(names), viewer)}
        rows={data.streets}
        rowKey={(it) => it.code}
        empty={<EmptyMessage title={at.q ? '没有符合条件的街道' : '还没有登记街道'} />}
      />
    </Page>
  )
}

export const StreetListPageLoading = () => <ListLoading title="街道" />
