import { Button } from 'antd'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Facts } from '../ui/Facts.tsx'
import { instant } from '../instant.ts'
import { ChangeList } from './ChangeList.tsx'
import { operationLabel, roleLabel } from './words.ts'

const AuditDetailEvent = graphql(`
  fragment AuditDetail_event on AuditEvent {
    at
    actorName
    role
    operation
    entityId
    isConcealed
    reason
    requestId
    ip
    changes {
      field
      label
      before
      after
    }
  }
`)

interface AuditDetailProps {
  event: FragmentType<typeof AuditDetailEvent> | null
  title: string
  onClose: () => void
  /** Shows all that the same request changed. */
  onRequest: (requestId: string) => void
}

/** One line of the operation log: what was there before, what after, why, and where it came from. */
export function AuditDetail({ event, title, onClose, onRequest }: AuditDetailProps) {
  const line = event && readFragment(AuditDetailEvent, event)
  return (
    <DetailDrawer open={line !== null} title={title} onClose={onClose}>
      {line && (
        <>
          <Facts
            facts={[
              { label: '时间', value: instant(line.at) },
              { label: '操作人', value: line.actorName },
              { label: '身份', value: line.role ? roleLabel(line.role) : '系统' },
              { label: '操作', value: operationLabel(line.operation) },
              { label: '理由', value: line.reason ?? '未写' },
              { label: '网络地址', value: line.ip ?? '—' },
              { label: '请求编号', value: line.requestId || '—' },
            ]}
          />
          <h2>改了什么</h2>
          {line.isConcealed ? (
            <p>这是业务记录，系统管理员看不到内容。</p>
          ) : line.changes.length > 0 ? (
            <ChangeList changes={line.changes} />
          ) : (
            <EmptyMessage title="没有要紧的字段变化" />
          )}
          {line.requestId && (
            <p>
              <Button onClick={() => onRequest(line.requestId)}>看同一次请求里的全部变化</Button>
            </p>
          )}
        </>
      )}
    </DetailDrawer>
  )
}
