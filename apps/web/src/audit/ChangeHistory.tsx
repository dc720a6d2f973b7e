import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'

import type { HistoryKind } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { instant } from '../instant.ts'
import { PageLoading } from '../ui/PageLoading.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { ChangeDetails } from './ChangeDetails.tsx'
import { roleLabel } from './words.ts'

const ChangeHistoryQuery = graphql(`
  query ChangeHistory($kind: HistoryKind!, $id: String!, $after: String) {
    history(kind: $kind, id: $id, first: 10, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          key
          at
          actorName
          role
          actLabel
          reason
          events {
            key
            ...ChangeDetails_event
          }
        }
      }
    }
  }
`)

interface ChangeHistoryProps {
  kind: HistoryKind
  /** The record's id; streets and communities by division code, settings by key. */
  id: string
}

/** What was changed about a record, by whom and why, newest first. For pages of firms, people, communities, pairings … */
export function ChangeHistory({ kind, id }: ChangeHistoryProps) {
  const { data, loading, error, refetch, fetchMore } = useQuery(ChangeHistoryQuery, {
    variables: { kind, id },
    fetchPolicy: 'cache-and-network',
  })
  if (error) return <ErrorMessage description={describeError(error).description} onRetry={() => void refetch()} />
  if (!data) return <PageLoading />
  const edges = data.history?.edges ?? []
  const lines = edges.flatMap((edge) => (edge ? [edge.node] : []))
  if (lines.length === 0) return <EmptyMessage title="没有变更记录" />
  const more = data.history?.pageInfo

  const older = () =>
    fetchMore({
      variables: { after: more?.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        history: next.history && { ...next.history, edges: [...(before.history?.edges ?? []), ...next.history.edges] },
      }),
    })

  return (
    <>
      <Timeline
        label="变更历史"
        events={lines.map((line) => ({
          key: line.key,
          at: instant(line.at),
          title: `${line.actorName}${line.role ? `（${roleLabel(line.role)}）` : ''} ${line.actLabel}`,
          detail: (
            <>
              {line.reason && <p>理由：{line.reason}</p>}
              <ChangeDetails events={line.events} />
            </>
          ),
        }))}
      />
      {more?.hasNextPage && (
        <Button loading={loading} onClick={() => void older()}>
          更早的记录
        </Button>
      )}
    </>
  )
}
