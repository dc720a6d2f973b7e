import { useQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { type Figure, figures } from '@sitai/rules/overview'
import { Link } from 'react-router'

import type { FactsDrawerQuery as Data } from '../../generated/gql/graphql.ts'
import { readRefusal } from '../act.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { describeError } from '../ui/describeError.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './FactsDrawer.module.css'
import { Light } from './Light.tsx'
import type { OverviewState } from './overviewUrl.ts'

const FactsDrawerQuery = graphql(`
  query FactsDrawer($period: String, $streetCode: String, $firmId: ID, $figure: OverviewFigure!, $offset: Int) {
    overview(period: $period, streetCode: $streetCode, firmId: $firmId) {
      __typename
      ...Refused
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
              communityCode
              communityName
              streetName
              practitionerId
              practitionerName
              pairingId
              visitId
              serviceLogId
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

/** What a line shows, as the columns of an export. */
const columns = ['light', 'community', 'street', 'amount', 'what', 'days', 'practitioner', 'firm', 'happenedOn'].map(
  (key) => ({ key }),
)

/** Which overview the facts are of; an export asks the same. */
function askedOf({ period, at, street, firm }: OverviewState) {
  return { period: period || null, streetCode: at || street || null, firmId: firm || null }
}

/** The facts behind a number, beside the page; the address says which, so a link opens the same. */
export function FactsDrawer({ figure, state, set }: FactsDrawerProps) {
  return (
    <DetailDrawer
      open={figure !== null}
      title={figure ? `${figures[figure].label}明细` : ''}
      onClose={() => set({ figure: '', at: '' })}
      actions={
        figure && (
          <ExportButton list="overviewFacts" columns={columns} variables={{ filter: { ...askedOf(state), figure } }} />
        )
      }
    >
      {figure && <FactList figure={figure} state={state} set={set} />}
    </DetailDrawer>
  )
}

function FactList({ figure, state, set }: FactsDrawerProps & { figure: Figure }) {
  const { data, error, loading, refetch } = useQuery(FactsDrawerQuery, {
    variables: { ...askedOf(state), figure, offset: (state.page - 1) * size },
    // Not into the cache: the same overview stands there with the page's own fields.
    fetchPolicy: 'no-cache',
  })
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton />
      </div>
    )
  const { overview } = data
  if (overview.__typename === 'Refusal') return <EmptyMessage title={readRefusal(overview).message} />
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
  const page = pageOf(fact)
  // A month has no day; which one it is the line says itself.
  const day = unit === figures.MONTHS_DUE.unit ? null : fact.happenedOn
  const where = [fact.firmName, day].filter(Boolean).join(' · ')
  return (
    <li className={styles['fact']}>
      <div className={styles['first']}>
        <Light light={fact.light} />
        <strong>
          <Link to={paths.community(fact.communityCode)}>{fact.communityName}</Link>
        </strong>
        <span className={styles['quiet']}>{fact.streetName}</span>
        {fact.amount !== 1 && <span className={styles['amount']}>{formatCount(fact.amount, unit)}</span>}
      </div>
      <div>
        {page ? <Link to={page}>{fact.what}</Link> : fact.what}
        {typeof fact.days === 'number' && `，已${formatCount(fact.days)}天`}
      </div>
      <div className={styles['quiet']}>
        {fact.practitionerId ? (
          <Link to={paths.practitioner(fact.practitionerId)}>{fact.practitionerName}</Link>
        ) : (
          fact.practitionerName
        )}
        {fact.practitionerName && where && ' · '}
        {where}
      </div>
    </li>
  )
}

/** The page of the very thing that is counted; a community without a lead has only its own. */
function pageOf({ visitId, serviceLogId, pairingId }: Fact): string | null {
  if (serviceLogId) return paths.serviceLog(serviceLogId)
  if (visitId) return paths.visit(visitId)
  return pairingId ? paths.pairing(pairingId) : null
}
