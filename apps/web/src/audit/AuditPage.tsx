import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { AuditPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { readUrl, url, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterDates } from '../ui/FilterDates.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { beginOf, endOf, instant } from '../instant.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { Page } from '../ui/Page.tsx'
import { CursorPager } from '../ui/Pager.tsx'
import { AuditDetail } from './AuditDetail.tsx'
import { operationLabel, operationOptions, roleLabel } from './words.ts'

const AuditPageQuery = graphql(`
  query AuditPage($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
    auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          key
          at
          actorName
          role
          actLabel
          operation
          record
          reason
          ...AuditDetail_event
        }
      }
    }
    auditChoices {
      acts {
        code
        label
      }
      records {
        code
        label
      }
    }
  }
`)

const Url = {
  q: url.text(),
  from: url.day(),
  to: url.day(),
  act: url.text(),
  record: url.text(),
  operation: url.text(),
  accountId: url.text(),
  entityId: url.text(),
  requestId: url.text(),
  after: url.text(),
  before: url.text(),
}
const size = 50

/** What the log is asked for; an export asks the same. */
function filterOf(at: UrlOf<typeof Url>) {
  return {
    actor: at.q || null,
    from: beginOf(at.from) ?? null,
    to: endOf(at.to) ?? null,
    act: at.act || null,
    entity: at.record || null,
    entityId: at.entityId || null,
    accountId: at.accountId || null,
    requestId: at.requestId || null,
    operation: operationOptions.find(({ value }) => value === at.operation)?.value ?? null,
  }
}

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  const cursor = at.before ? { last: size, before: at.before } : { first: size, after: at.after || null }
  return preload(AuditPageQuery, { variables: { filter: filterOf(at), ...cursor } })
}

type Row = NonNullable<NonNullable<Data['auditEvents']['edges'][number]>['node']>

const empty = {
  q: '',
  from: '',
  to: '',
  act: '',
  record: '',
  operation: '',
  accountId: '',
  entityId: '',
  requestId: '',
  after: '',
  before: '',
}

/** The operation log: every write, who, as what, before and after. */
export function AuditPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, change] = useUrlState(Url)
  const [open, setOpen] = useState<Row | null>(null)
  const { auditEvents, auditChoices } = data
  // Another filter begins at the newest line again.
  const set: typeof change = (patch, options) => change({ after: '', before: '', ...patch }, options)
  const filtered = Object.entries(at).some(([key, value]) => key !== 'after' && key !== 'before' && value !== '')
  const columns: readonly Column<Row>[] = [
    { key: 'at', title: '时间', render: (it) => instant(it.at), width: 160 },
    { key: 'actor', title: '操作人', render: (it) => it.actorName },
    { key: 'role', title: '身份', render: (it) => (it.role ? roleLabel(it.role) : '系统') },
    {
      key: 'act',
      title: '办的事',
      render: (it) => (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }}
          onClick={() => setOpen(it)}
        >
          {it.actLabel}
        </Button>
      ),
      card: 'heading',
    },
    { key: 'operation', title: '操作', render: (it) => operationLabel(it.operation) },
    { key: 'record', title: '记录', render: (it) => it.record },
    { key: 'reason', title: '理由', render: (it) => it.reason ?? '—' },
  ]
  return (
    <Page
      title="操作日志"
      actions={<ExportButton list="auditEvents" columns={columns} variables={{ filter: filterOf(at) }} />}
    >
      <FilterBar
        search={{ value: at.q, onSearch: (q) => set({ q }, { replace: true }), placeholder: '操作人姓名' }}
        onClear={filtered ? () => change(empty) : undefined}
        trailing={<SavedViews page="audit" />}
      >
        <FilterDates label="时间" from={at.from} to={at.to} onChange={set} />
        <FilterSelect
          label="办的事"
          value={at.act}
          options={auditChoices.acts.map(option)}
          onChange={(act) => set({ act })}
          width={200}
        />
        <FilterSelect
          label="记录"
          value={at.record}
          options={auditChoices.records.map(option)}
          onChange={(record) => set({ record })}
        />
        <FilterSelect
          label="操作"
          value={at.operation}
          options={operationOptions}
          onChange={(operation) => set({ operation })}
          width={130}
        />
      </FilterBar>
      {at.requestId && <p>只看同一次请求（编号 {at.requestId}）里的变化。</p>}
      {(at.entityId || at.accountId) && <p>只看{at.entityId ? '这一条记录的变化' : '这一个账号办的事'}。</p>}
      <DataTable
        label="操作日志"
        columns={columns}
        rows={auditEvents.edges.flatMap((edge) => (edge ? [edge.node] : []))}
        rowKey={(it) => it.key}
        empty={
          <EmptyMessage
            title="没有符合条件的记录"
            action={filtered && <Button onClick={() => change(empty)}>清除条件</Button>}
          />
        }
      />
      <CursorPager pageInfo={auditEvents.pageInfo} onMove={(to) => change({ after: '', before: '', ...to })} />
      <AuditDetail
        event={open}
        title={open ? `${open.actLabel} · ${open.record}` : ''}
        onClose={() => setOpen(null)}
        onRequest={(requestId) => {
          setOpen(null)
          change({ ...empty, requestId })
        }}
      />
    </Page>
  )
}

function option({ code, label }: { code: string; label: string }) {
  return { value: code, label }
}

export function AuditPageLoading() {
  return <ListLoading title="操作日志" />
}
