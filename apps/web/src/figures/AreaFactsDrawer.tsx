import { useQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Link } from 'react-router'

import type { AreaFactsDrawerQuery as Data } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import styles from '../overview/FactsDrawer.module.css'
import { recordPath } from '../recordPath.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { describeError } from '../ui/describeError.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import type { AreaState } from './areaUrl.ts'

const AreaFactsDrawerQuery = graphql(`
  query AreaFactsDrawer(
    $area: String!
    $period: String
    $streetCode: String
    $firmId: ID
    $figure: String!
    $offset: Int
  ) {
    areaFigures(area: $area, period: $period, streetCode: $streetCode, firmId: $firmId) {
      __typename
      ... on Refusal {
        message
      }
      ... on AreaFigures {
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
              nodeId
              nodeType
              practitionerName
              firmName
              streetName
              happenedOn
              amount
              what
            }
          }
        }
      }
    }
  }
`)

type Facts = Extract<Data['areaFigures'], { __typename: 'AreaFigures' }>
type Fact = NonNullable<Facts['facts']['edges'][number]>['node']

interface Figure {
  code: string
  label: string
  unit: string
  definition: string
}

interface AreaFactsDrawerProps {
  /** The area's name in the address. */
  area: string
  figure: Figure | null
  state: AreaState
  set: (patch: Partial<AreaState>) => void
}

const size = 50

/** What a line shows, as the columns of an export. */
const columns = ['practitioner', 'firm', 'street', 'amount', 'what', 'happenedOn'].map((key) => ({ key }))

function askedOf({ period, at, street, firm }: AreaState) {
  return { period: period || null, streetCode: at || street || null, firmId: firm || null }
}

/** The facts behind a number, beside the page; the address says which, so a link opens the same. */
export function AreaFactsDrawer({ area, figure, state, set }: AreaFactsDrawerProps) {
  return (
    <DetailDrawer
      open={figure !== null}
      title={figure ? `${figure.label}明细` : ''}
      onClose={() => set({ figure: '', at: '' })}
      actions={
        figure && (
          <ExportButton
            list="areaFacts"
            columns={columns}
            variables={{ filter: { area, figure: figure.code, ...askedOf(state) } }}
          />
        )
      }
    >
      {figure && <FactList area={area} figure={figure} state={state} set={set} />}
    </DetailDrawer>
  )
}

function FactList({ area, figure, state, set }: AreaFactsDrawerProps & { figure: Figure }) {
  const { data, error, loading, refetch } = useQuery(AreaFactsDrawerQuery, {
    variables: { area, ...askedOf(state), figure: figure.code, offset: (state.page - 1) * size },
    // Not into the cache: the same area stands there with the page's own fields.
    fetchPolicy: 'no-cache',
  })
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton />
      </div>
    )
  const { areaFigures } = data
  if (areaFigures.__typename === 'Refusal') return <EmptyMessage title={areaFigures.message} />
  const { facts, now, streetName, firmName } = areaFigures
  const nodes = facts.edges.flatMap((edge) => (edge ? [edge.node] : []))
  return (
    <>
      <p className={styles['sum']}>
        {[now.label, streetName, firmName].filter(Boolean).join(' · ')}：
        <strong>{formatCount(facts.totalAmount, figure.unit)}</strong>
        {facts.totalAmount !== facts.totalCount && `，共 ${formatCount(facts.totalCount)} 条`}
      </p>
      <p className={styles['definition']}>{figure.definition}</p>
      {nodes.length === 0 ? (
        <EmptyMessage title="没有这样的事实，所以数字是0。" />
      ) : (
        <ul className={styles['facts']} aria-label={`${figure.label}明细`}>
          {nodes.map((it) => (
            <FactLine key={it.id} fact={it} unit={figure.unit} />
          ))}
        </ul>
      )}
      <Pager total={facts.totalCount} page={state.page} pageSize={size} onChange={(page) => set({ page })} />
    </>
  )
}

function FactLine({ fact, unit }: { fact: Fact; unit: string }) {
  const page = recordPath(fact.nodeType, fact.nodeId)
  const name = fact.practitionerName ?? fact.firmName ?? fact.what
  const more = [fact.practitionerName && fact.firmName, fact.happenedOn].filter(Boolean).join(' · ')
  return (
    <li className={styles['fact']}>
      <div className={styles['first']}>
        <strong>{page ? <Link to={page}>{name}</Link> : name}</strong>
        <span className={styles['quiet']}>{fact.streetName ?? '未填街道'}</span>
        {fact.amount !== 1 && <span className={styles['amount']}>{formatCount(fact.amount, unit)}</span>}
      </div>
      <div>{fact.what}</div>
      {more && <div className={styles['quiet']}>{more}</div>}
    </li>
  )
}
