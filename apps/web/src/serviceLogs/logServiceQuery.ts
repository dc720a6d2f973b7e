import { graphql } from '../graphql.ts'

/** All one needs to write a log, even when the connection is lost meanwhile. */
export const LogServicePageQuery = graphql(`
  query LogServicePage($month: String!, $lastMonth: String!, $from: Date!, $to: Date!) {
    duties(month: $month, first: 50) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          communityName
        }
      }
    }
    before: duties(month: $lastMonth, first: 50) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          communityName
        }
      }
    }
    visits(
      filter: { from: $from, to: $to, status: [PLANNED, CHECKED_IN, COMPLETED, CONFIRMED] }
      orderBy: { field: STARTS_AT, direction: DESC }
      first: 100
    ) {
      edges {
        node {
          id
          pairingId
          plannedOn
          startsAt
          endsAt
          status
        }
      }
    }
    settings {
      key
      value
    }
    types: dictionary(kind: SERVICE_TYPE) {
      code
      label
      active
    }
    topics: dictionary(kind: TOPIC) {
      code
      label
      active
    }
    recent: serviceLogs(first: 20) {
      edges {
        node {
          id
          content
          topicCode
        }
      }
    }
  }
`)
