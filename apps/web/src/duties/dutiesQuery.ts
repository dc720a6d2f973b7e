import { lastDayOf, monthOf } from '@sitai/rules/calendar'
import type { MonthStatus } from '@sitai/rules/commitment'

import type { DutiesPageQueryVariables } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { today } from '../today.ts'
import { listUrl, readUrl, url } from '../urlState.ts'

export const DutiesPageQuery = graphql(`
  query DutiesPage(
    $month: String!
    $filter: DutyFilter
    $scope: DutyFilter
    $visits: VisitFilter
    $first: Int
    $offset: Int
  ) {
    duties(month: $month, filter: $filter, first: $first, offset: $offset) {
      __typename
      ... on DutyPage {
        totalCount
        asOf
        nodes {
          ...DutyTable_line
        }
      }
    }
    late: duties(month: $month, filter: $scope, first: 100) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          status
          communityName
          practitionerName
          planned
          nextStartsAt
          lapsedOn
        }
      }
    }
    dutySummary(month: $month, filter: $scope) {
      __typename
      ... on QueryDutySummarySuccess {
        counts {
          status
          count
        }
      }
    }
    visits(filter: $visits, orderBy: { field: STARTS_AT, direction: ASC }, first: 100) {
      totalCount
      edges {
        node {
          id
          ...MonthCalendar_visit
        }
      }
    }
    waiting: serviceLogs(filter: { status: [SUBMITTED] }, first: 1) {
      totalCount
    }
  }
`)

/** What a month may be, what presses first. */
export const statuses = ['RED', 'YELLOW', 'DUE', 'MET', 'NOT_DUE'] as const satisfies readonly MonthStatus[]
/** What stands in the address of the duties. */
export const DutiesUrl = {
  ...listUrl,
  size: url.count(50),
  month: url.month(),
  firm: url.text(),
  status: url.list(),
  look: url.oneOf(['list', 'calendar']),
}

/** What the page at this address asks. */
export function dutiesVariables(from: Request | URLSearchParams): DutiesPageQueryVariables {
  const at = readUrl(DutiesUrl, from)
  const month = at.month || monthOf(today())
  const scope = { firmId: at.firm || null }
  return {
    month,
    scope,
    filter: { ...scope, status: statuses.filter((it) => at.status.includes(it)) },
    visits: {
      ...scope,
      from: `${month}-01`,
      to: lastDayOf(month),
      status: ['PLANNED', 'CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'MISSED', 'MADE_UP', 'DISPUTED'],
    },
    first: Math.min(at.size, 100),
    offset: (at.page - 1) * at.size,
  }
}
