import { formatCount } from '@sitai/rules/numbers'
import { figures } from '@sitai/rules/overview'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { RedList_FactFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Section } from '../ui/Section.tsx'
import { Definition } from './FigureCard.tsx'
import { FigureLink } from './FigureLink.tsx'
import { Light } from './Light.tsx'
import styles from './RedList.module.css'

export const RedList_overview = graphql(`
  fragment RedList_overview on Overview {
    streetCode
    firmId
    now {
      period
      isPartial
      until
      numbers {
        redCommunities
        yellowCommunities
      }
    }
    red: facts(figure: RED_COMMUNITIES, first: 12) {
      edges {
        node {
          ...RedList_fact
        }
      }
    }
  }
`)

const RedList_fact = graphql(`
  fragment RedList_fact on OverviewFact {
    id
    communityName
    streetName
    practitionerName
    firmName
    light
    what
    days
  }
`)

type Fact = RedList_FactFragment

const columns: readonly Column<Fact>[] = [
  {
    key: 'community',
    title: '社区',
    render: (it) => (
      <Pair
        first={
          <>
            <Light light={it.light} /> {it.communityName}
          </>
        }
        second={it.streetName}
      />
    ),
    fixed: true,
    card: 'heading',
  },
  { key: 'adviser', title: '顾问', render: (it) => <Pair first={it.practitionerName ?? '无'} second={it.firmName} /> },
  { key: 'what', title: '缘由与时长', render: (it) => <Pair first={it.what} second={howLong(it)} /> },
]

/** A line and what belongs to it in a quieter one. */
function Pair({ first, second }: { first: ReactNode; second: string | null | undefined }) {
  return (
    <>
      {first}
      {second && <span className={styles['second']}>{second}</span>}
    </>
  )
}

/** For how long nobody came, or nobody is there to come. */
function howLong({ days }: Fact): string {
  return days === null || days === undefined ? '从未有过' : `已${formatCount(days)}天`
}

/** The communities in red, with names and for how long; the longest first. */
export function RedList({ overview }: { overview: FragmentType<typeof RedList_overview> }) {
  const { now, red, streetCode, firmId } = readFragment(RedList_overview, overview)
  const { redCommunities, yellowCommunities } = now.numbers
  const rows = red.edges.flatMap((edge) => (edge ? [readFragment(RedList_fact, edge.node)] : []))
  const lastMonth = shiftMonth(monthOf(now.until), -1)
  return (
    <Section title="需要过问的社区">
      <p className={styles['counts']}>
        <Light light="RED" /> <FigureLink figure="RED_COMMUNITIES" value={redCommunities} small /> 个
        <Definition label={figures.RED_COMMUNITIES.label} text={figures.RED_COMMUNITIES.definition} />
        <Light light="YELLOW" /> <FigureLink figure="YELLOW_COMMUNITIES" value={yellowCommunities} small /> 个
        <Definition label={figures.YELLOW_COMMUNITIES.label} text={figures.YELLOW_COMMUNITIES.definition} />
      </p>
      <DataTable<Fact>
        label="红色社区"
        columns={columns}
        rows={rows}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title="没有红色的社区。" />}
      />
      {redCommunities > rows.length && (
        <p>
          另有 {redCommunities - rows.length} 个，
          <FigureLink figure="RED_COMMUNITIES" value="查看全部" small />。
        </p>
      )}
      {now.isPartial && now.period === monthOf(now.until) && (
        <p className={styles['screen']}>
          当月未结束，未到位的月末才计红。
          <Link to={paths.overview({ period: lastMonth, street: streetCode ?? '', firm: firmId ?? '' })}>
            看{periodLabel(lastMonth)}的红色社区
          </Link>
        </p>
      )}
    </Section>
  )
}
