import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router'

import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { today } from '../today.ts'
import { VisitCard } from './VisitCard.tsx'

const PageQuery = graphql(`
  query CheckInPage($community: String!, $today: Date!) {
    visits(
      filter: { communityCode: $community, from: $today, to: $today, status: [PLANNED, CHECKED_IN, COMPLETED] }
      orderBy: { field: STARTS_AT, direction: ASC }
      first: 10
    ) {
      edges {
        node {
          id
          ...VisitCard_visit
        }
      }
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { community: params['community'] ?? '', today: today() } })
}

/** Where a community's printed code leads: today's visit there, to be checked in by the code. */
export function CheckInPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const { mark = '' } = useParams()
  const visits = data.visits.edges.map((it) => it.node)
  return (
    <Page title="扫码签到" width="form">
      {visits.length === 0 ? (
        <EmptyMessage
          title="您今天在这个社区没有安排驻点。"
          description="可以先安排今天的驻点，再扫码签到。"
          action={<Link to={paths.today()}>回到今日</Link>}
        />
      ) : (
        visits.map((visit) => <VisitCard key={visit.id} visit={visit} code={mark} heading="h2" />)
      )}
    </Page>
  )
}
