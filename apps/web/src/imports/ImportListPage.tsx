import { useReadQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { ImportListPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { readSettings } from '../settings/readSettings.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'
import { listUrl, pageOf, readUrl, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { ImportSteps } from './ImportSteps.tsx'
import { kindLabel, moment, statusLabels, statusTones } from './labels.ts'

const ImportListPageQuery = graphql(`
  query ImportListPage($first: Int!, $offset: Int!) {
    settings {
      key
      value
    }
    importBatches(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          kind
          status
          fileName
          uploadedBy
          totalRows
          newRows
          changedRows
          badRows
          createdAt
        }
      }
    }
  }
`)

const Url = { ...listUrl, kind: url.oneOf(['FIRMS', 'PRACTITIONERS', 'COMMUNITIES']) }

export function loader({ request }: LoaderFunctionArgs) {
  const { page, size } = readUrl(Url, request)
  return preload(ImportListPageQuery, { variables: { ...pageOf({ page, size }) } })
}

type Batch = Data['importBatches']['edges'][number]['node']

const columns: readonly Column<Batch>[] = [
  {
    key: 'file',
    title: '文件',
    render: (it) => <Link to={paths.import(it.id)}>{it.fileName}</Link>,
    fixed: true,
    card: 'heading',
  },
  { key: 'kind', title: '内容', render: (it) => kindLabel(it.kind) },
  {
    key: 'status',
    title: '状态',
    render: (it) => <Tag tone={statusTones[it.status]}>{statusLabels[it.status]}</Tag>,
  },
  { key: 'rows', title: '行数', render: (it) => formatCount(it.totalRows), align: 'right' },
  { key: 'new', title: '新增', render: (it) => formatCount(it.newRows), align: 'right' },
  { key: 'changed', title: '更新', render: (it) => formatCount(it.changedRows), align: 'right' },
  { key: 'bad', title: '有错', render: (it) => formatCount(it.badRows), align: 'right' },
  { key: 'by', title: '上传人', render: (it) => it.uploadedBy },
  { key: 'at', title: '上传时间', render: (it) => moment(it.createdAt) },
]

/** Bringing in an Excel file, in three steps, and every file that was brought in before. */
export function ImportListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const { importRowCap } = readSettings(data.settings)
  const { edges, totalCount } = data.importBatches
  return (
    <Page title="Excel 导入">
      <ImportSteps kind={at.kind} rowCap={importRowCap} onKind={(kind) => set({ kind }, { replace: true })} />
      <Section title="历次导入">
        <DataTable
          label="历次导入"
          columns={columns}
          rows={edges.map(({ node }) => node)}
          rowKey={(it) => it.id}
          empty={<EmptyMessage title="还没有导入过文件" description="从上面下载模板，填好后上传。" />}
        />
        <Pager total={totalCount} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
      </Section>
    </Page>
  )
}
