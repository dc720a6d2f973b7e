import { formatCount } from '@sitai/rules/numbers'
import { figures } from '@sitai/rules/overview'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Link } from 'react-router'

import type { RedList_FactFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
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
    red: facts(figure: RED_COMMUNITIES, first: 7) {
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

/** The communities in red, with names and for how long; the longest first. */
export function RedList({ overview }: { overview: FragmentType<typeof RedList_overview> }) {
  const { now, red, streetCode, firmId } = readFragment(RedList_overview, overview)
  const { redCommunities, yellowCommunities } = now.numbers
  const rows = red.edges.flatMap((edge) => (edge ? [readFragment(RedList_fact, edge.node)] : []))
  const lastMonth = shiftMonth(monthOf(now.until), -1)
  return (
    <Section title="需要过问的社区">
      <p className={styles['counts']}>
        <span className={styles['count']}>
          <Light light="RED" /> <FigureLink figure="RED_COMMUNITIES" value={redCommunities} small /> 个
          <Definition label={figures.RED_COMMUNITIES.label} text={figures.RED_COMMUNITIES.definition} />
        </span>
        <span className={styles['count']}>
          <Light light="YELLOW" /> <FigureLink figure="YELLOW_COMMUNITIES" value={yellowCommunities} small /> 个
          <Definition label={figures.YELLOW_COMMUNITIES.label} text={figures.YELLOW_COMMUNITIES.definition} />
        </span>
      </p>
      {rows.length === 0 ? (
        <EmptyMessage title="没有红色的社区。" />
      ) : (
        <ul aria-label="红色社区" className={styles['list']}>
          {rows.map((it) => (
            <Line key={it.id} fact={it} />
          ))}
        </ul>
      )}
      {redCommunities > rows.length && (
        <p>
          另有 {redCommunities - rows.length} 个
          <span className={styles['screen']}>
            ，<FigureLink figure="RED_COMMUNITIES" value="查看全部" small />
          </span>
          。
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

/** A community in red: which, whose, why, for how long. */
function Line({ fact }: { fact: Fact }) {
  const { light, communityName, streetName, practitionerName, firmName, what, days } = fact
  return (
    <li className={styles['line']}>
      <span>
        <Light light={light} /> <strong>{communityName}</strong> <span className={styles['quiet']}>{streetName}</span>
      </span>
      <span>{practitionerName ? `${practitionerName}（${firmName ?? ''}）` : '无顾问'}</span>
      <span className={styles['why']}>
        {what}
        {typeof days === 'number' && <span className={styles['quiet']}>，已{formatCount(days)}天</span>}
      </span>
    </li>
  )
}
