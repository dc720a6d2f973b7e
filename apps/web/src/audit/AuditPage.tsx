import { Button } from 'antd'
import { useState } from 'react'
import { useLoaderData, useSearchParams } from 'react-router'

import type { AuditPageQuery as Data } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { beginOf, endOf, instant } from '../instant.ts'
import { dates } from '../lists/dates.tsx'
import { declareLog } from '../lists/declareLog.ts'
import { linked, oneFrom, oneOf } from '../lists/filters.tsx'
import { LogPage } from '../lists/LogPage.tsx'
import type { Column } from '../ui/column.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf } from '../ui/options.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { operationLabel, operationOptions, roleLabel } from './words.ts'

const AuditPageQuery = graphql(`
  query AuditPage($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
    auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges {
        node {
          key at actorName role
          actLabel operation record reason
          ...AuditDetail_event
        }
      }
    }
    auditChoices { acts { code label } records { code label } }
  }
`)

const auditLog = declareLog(AuditPageQuery, 'auditEvents', {
  views: 'audit',
  label: '记录',
  search: (actor) => ({ actor: actor || null }),
  filters: [
    dates('时间', (from, to) => ({ from: beginOf(from) ?? null, to: endOf(to) ?? null })),
    oneFrom('act', '办的事', (it) => optionsOf(it.auditChoices.acts), 'act', { width: 200 }),
    oneFrom('record', '记录', (it) => optionsOf(it.auditChoices.records), 'entity'),
    oneOf('operation', '操作', operationOptions, 'operation', { width: 130 }),
    linked('accountId', 'accountId'),
    linked('entityId', 'entityId'),
    linked('requestId', 'requestId'),
  ],
})

export const { loader } = auditLog

type Row = Data['auditEvents']['edges'][number]['node']

/** The operation log: every write, who, as what, before and after. */
export function AuditPage() {
  const [params, setParams] = useSearchParams()
  const [open, setOpen] = useState<Row | null>(null)
  const requestId = params.get('requestId')
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
    <>
      <LogPage
        log={auditLog}
        answer={useLoaderData<typeof loader>()}
        title="操作日志"
        search="操作人姓名"
        columns={columns}
      >
        {requestId && <p>只看同一次请求（编号 {requestId}）里的变化。</p>}
        {params.get('entityId') ? (
          <p>只看这一条记录的变化。</p>
        ) : (
          params.get('accountId') && <p>只看这一个账号办的事。</p>
        )}
      </LogPage>
      <AuditDetail
        event={open}
        title={open ? `${open.actLabel} · ${open.record}` : ''}
        onClose={() => setOpen(null)}
        onRequest={(id) => {
          setOpen(null)
          setParams({ requestId: id }, { preventScrollReset: true })
        }}
      />
    </>
  )
}

export const AuditPageLoading = () => <ListLoading title="操作日志" />
