import { addDays, monthOf, shiftMonth } from '@sitai/rules/calendar'

import { graphql } from '../graphql.ts'
import { today } from '../today.ts'

export const TodayPageQuery = graphql(`
  query TodayPage(
    $today: Date!
    $yesterday: Date!
    $tomorrow: Date!
    $month: String!
    $lastMonth: String!
    $nextMonth: String!
  ) {
    todays: visits(filter: { from: $today, to: $today }, orderBy: { field: STARTS_AT, direction: ASC }, first: 20) {
      edges {
        node {
          id
          status
          ...VisitCard_visit
        }
      }
    }
    open: visits(
      filter: { to: $yesterday, status: [PLANNED, CHECKED_IN] }
      orderBy: { field: STARTS_AT, direction: DESC }
      first: 10
    ) {
      edges {
        node {
          id
          status
          plannedOn
          communityName
        }
      }
    }
    coming: visits(
      filter: { from: $tomorrow, status: [PLANNED] }
      orderBy: { field: STARTS_AT, direction: ASC }
      first: 3
    ) {
      edges {
        node {
          id
          plannedOn
          startsAt
          endsAt
          communityName
        }
      }
    }
    due: duties(month: $month, first: 20) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          status
          ...DutyRow_duty
        }
      }
    }
    overdue: duties(month: $lastMonth, filter: { status: [RED] }, first: 20) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          ...DutyRow_duty
        }
      }
    }
    next: duties(month: $nextMonth, first: 20) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          required
          nextStartsAt
          ...DutyRow_duty
        }
      }
    }
    returned: serviceLogs(filter: { status: [RETURNED] }, first: 5) {
      totalCount
      edges {
        node {
          id
          communityName
          typeLabel
          occurredOn
          returnReason
        }
      }
    }
  }
`)

/** What the adviser's page asks today. */
export function todayVariables() {
  const thisDay = today()
  const month = monthOf(thisDay)
  return {
    today: thisDay,
    yesterday: addDays(thisDay, -1),
    tomorrow: addDays(thisDay, 1),
    month,
    lastMonth: shiftMonth(month, -1),
    nextMonth: shiftMonth(month, 1),
  }
}
