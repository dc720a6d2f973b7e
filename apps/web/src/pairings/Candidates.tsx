import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'

import { graphql } from '../graphql.ts'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CandidateRow } from './CandidateRow.tsx'
import styles from './Candidates.module.css'

const CandidatesQuery = graphql(`
  query Candidates(
    $code: String!
    $termFrom: Date!
    $termTo: Date!
    $search: String
    $eligible: Boolean!
    $replacing: ID
    $first: Int!
  ) {
    community(code: $code) {
      code
      candidates(
        termFrom: $termFrom
        termTo: $termTo
        search: $search
        eligible: $eligible
        replacing: $replacing
        first: $first
      ) {
        totalCount
        nodes {
          practitioner {
            id
          }
          ...CandidateRow_candidate
        }
      }
    }
  }
`)

export interface CandidatesProps {
  communityCode: string
  termFrom: string
  /** The first day after the term. */
  termTo: string
  /** The pairing that is to be replaced; its holder does not count. */
  replacing?: string
  onChoose: (person: { id: string; name: string; approvable: boolean }) => void
}

/** Everyone for one seat: the eligible ranked with their reasons, below them the excluded with theirs. */
export function Candidates(props: CandidatesProps) {
  const [search, setSearch] = useState('')
  const [excludedShown, showExcluded] = useState(false)
  return (
    <>
      <div className={styles['search']}>
        <SearchBox value={search} onSearch={setSearch} placeholder="姓名、拼音首字母、机构" />
      </div>
      <CandidateList {...props} search={search} eligible />
      <details className={styles['excluded']} onToggle={(event) => showExcluded(event.currentTarget.open)}>
        <summary>不能担任的人员及原因</summary>
        {excludedShown && <CandidateList {...props} search={search} eligible={false} />}
      </details>
    </>
  )
}

interface ListProps extends CandidatesProps {
  search: string
  eligible: boolean
}

function CandidateList({ communityCode, termFrom, termTo, replacing, search, eligible, onChoose }: ListProps) {
  const [first, setFirst] = useState(10)
  const { data, previousData, error, loading, refetch } = useQuery(CandidatesQuery, {
    variables: { code: communityCode, termFrom, termTo, search, eligible, replacing: replacing ?? null, first },
    fetchPolicy: 'cache-and-network',
  })
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  const shown = data ?? (previousData?.community?.code === communityCode ? previousData : undefined)
  const page = shown?.community?.candidates
  if (!page) return <Skeleton rows={6} />
  if (page.totalCount === 0) return <EmptyMessage title={emptyText(search, eligible)} />
  return (
    <section aria-label={eligible ? '合适的人选' : '不能担任的人员'} aria-busy={loading}>
      <p className={styles['count']} role="status">
        {eligible ? `合适的人选 ${page.totalCount} 名，按得分排列` : `不能担任 ${page.totalCount} 名`}
      </p>
      <ol className={styles['list']}>
        {page.nodes.map((it, index) => (
          <CandidateRow
            key={it.practitioner.id}
            candidate={it}
            onChoose={onChoose}
            {...(eligible && { rank: index + 1 })}
          />
        ))}
      </ol>
      {page.totalCount > page.nodes.length && (
        <Button block loading={loading} disabled={first >= 100} onClick={() => setFirst(Math.min(100, first + 20))}>
          {first >= 100 ? '只显示前 100 名，请用查找缩小范围' : '显示更多'}
        </Button>
      )}
    </section>
  )
}

function emptyText(search: string, eligible: boolean): string {
  if (search !== '') return '没有符合查找的人员'
  return eligible ? '这个聘期没有合适的人选' : '没有被排除的人员'
}
