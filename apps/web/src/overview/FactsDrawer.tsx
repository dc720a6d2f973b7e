import { useQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { type Figure, figures } from '@sitai/rules/overview'
import { Skeleton } from 'antd'

import type { FactsDrawerQuery as Data } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { describeError } from '../ui/describeError.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Pager } from '../ui/Pager.tsx'
import styles from './FactsDrawer.module.css'
import { Light } from './Light.tsx'
import type { OverviewState } from './overviewUrl.ts'

const FactsDrawerQuery = graphql(`
  query FactsDrawer($period: String, $street: String, $firm: ID, $figure: OverviewFigure!, $offset: Int) {
    overview(period: $period, streetCode: $street, firmId: $firm) {
      __typename
      ... on Refusal {
        message
      }
      ... on Overview {
        streetName
        firmName
        now {
          label
        }
        facts(figure: $figure, first: 50, offset: $offset) {
          totalCount
          totalAmount
          edges {
            node {
              id
              communityName
              streetName
              practitionerName
              firmName
              happenedOn
              days
              amount
              light
              what
            }
          }
        }
      }
    }
  }
`)

type Facts = Extract<Data['overview'], { __typename: 'Overview' }>
type Fact = NonNullable<Facts['facts']['edges'][number]>['node']

interface FactsDrawerProps {
  figure: Figure | null
  state: OverviewState
  set: (patch: Partial<OverviewState>) => void
}

const size = 50

/** The facts behind a number, beside the page; the address says which, so a link opens the same. */
export function FactsDrawer({ figure, state, set }: FactsDrawerProps) {
  return (
    <DetailDrawer
      open={figure !== null}
      title={figure ? `${figures[figure].label}明细` : ''}
      onClose={() => set({ figure: '', at: '' })}
    >
      {figure && <FactList figure={figure} state={state} set={set} />}
    </DetailDrawer>
  )
}

function FactList({ figure, state, set }: FactsDrawerProps & { figure: Figure }) {
  const { data, error, loading, refetch } = useQuery(FactsDrawerQuery, {
    variables: {
      period: state.period || null,
      street: state.at || state.street || null,
      firm: state.firm || null,
      figure,
      offset: (state.page - 1) * size,
    },
    // Not into the cache: the same overview stands there with the page's own fields.
    fetchPolicy: 'no-cache',
  })
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton active />
      </div>
    )
  const { overview } = data
  if (overview.__typename === 'Refusal') return <EmptyMessage title={overview.message} />
  const { facts, now, streetName, firmName } = overview
  const nodes = facts.edges.flatMap((edge) => (edge ? [edge.node] : []))
  return (
    <>
      <p className={styles['sum']}>
        {[now.label, streetName, firmName].filter(Boolean).join(' · ')}：
        <strong>{formatCount(facts.totalAmount, figures[figure].unit)}</strong>
        {facts.totalAmount !== facts.totalCount && `，共 ${formatCount(facts.totalCount)} 条`}
      </p>
      <p className={styles['definition']}>{figures[figure].definition}</p>
      {nodes.length === 0 ? (
        <EmptyMessage title="没有这样的事实，所以数字是0。" />
      ) : (
        <ul className={styles['facts']} aria-label={`${figures[figure].label}明细`}>
          {nodes.map((it) => (
            <FactLine key={it.id} fact={it} unit={figures[figure].unit} />
          ))}
        </ul>
      )}
      <Pager total={facts.totalCount} page={state.page} pageSize={size} onChange={(page) => set({ page })} />
    </>
  )
}

function FactLine({ fact, unit }: { fact: Fact; unit: string }) {
  const who = [fact.practitionerName, fact.firmName].filter(Boolean).join(' · ')
  return (
    <li className={styles['fact']}>
      <div className={styles['first']}>
        <Light light={fact.light} />
        <strong>{fact.communityName}</strong>
        <span className={styles['quiet']}>{fact.streetName}</span>
        {fact.amount !== 1 && <span className={styles['amount']}>{formatCount(fact.amount, unit)}</span>}
      </div>
      <div>
        {fact.what}
        {typeof fact.days === 'number' && `，已${formatCount(fact.days)}天`}
      </div>
      <div className={styles['quiet']}>{[who, fact.happenedOn].filter(Boolean).join(' · ')}</div>
    </li>
  )
}
