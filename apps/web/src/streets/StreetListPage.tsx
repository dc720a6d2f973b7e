import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { StreetListPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { ListLoading } from '../ui/ListLoading.tsx'
import { Page } from '../ui/Page.tsx'
import { readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'

const StreetListPageQuery = graphql(`
  query StreetListPage($search: String) {
    streets(search: $search) {
      id
      code
      name
      justiceOffice
      communityCount
      coveredCount
      firmCount
      adjacentCodes
    }
    every: streets {
      id
      code
      name
    }
  }
`)

const Url = { q: url.text() }

export function loader({ request }: LoaderFunctionArgs) {
  return preload(StreetListPageQuery, { variables: { search: readUrl(Url, request).q } })
}

type Row = Data['streets'][number]

export function StreetListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const navigate = useNavigate()
  const mayWrite = useMay('place:write')
  const names = new Map(data.every.map(({ code, name }) => [code, name]))
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: '街道（乡镇）',
      card: 'heading',
      render: (it) => <Link to={paths.communities({ street: it.code })}>{it.name}</Link>,
    },
    { key: 'code', title: '区划代码', render: (it) => it.code },
    { key: 'office', title: '司法所', render: (it) => it.justiceOffice ?? '未填' },
    {
      key: 'communities',
      title: '社区、村',
      align: 'right',
      render: (it) => <Link to={paths.communities({ street: it.code, state: 'ACTIVE' })}>{it.communityCount}</Link>,
    },
    {
      key: 'bare',
      title: '暂无首席',
      align: 'right',
      render: (it) => (
        <Link to={paths.communities({ street: it.code, state: 'ACTIVE', advised: 'no' })}>
          {it.communityCount - it.coveredCount}
        </Link>
      ),
    },
    {
      key: 'firms',
      title: '机构',
      align: 'right',
      render: (it) => <Link to={paths.firms({ street: it.code, state: 'ACTIVE' })}>{it.firmCount}</Link>,
    },
    {
      key: 'adjacent',
      title: '相邻街道',
      render: (it) => it.adjacentCodes.map((code) => names.get(code) ?? code).join('、') || '未填',
    },
    ...(mayWrite
      ? [
          {
            key: 'act',
            title: '操作',
            render: (it: Row) => (
              <Link to={paths.editStreet(it.code)} aria-label={`修改${it.name}`}>
                修改
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <Page
      title="街道"
      actions={
        mayWrite && (
          <Button type="primary" onClick={() => void navigate(paths.newStreet())}>
            新增街道
          </Button>
        )
      }
    >
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
        columns={columns}
        rows={data.streets}
        rowKey={(it) => it.code}
        empty={<EmptyMessage title={at.q ? '没有符合条件的街道' : '还没有登记街道'} />}
      />
    </Page>
  )
}

export const StreetListPageLoading = () => <ListLoading title="街道" />
