import { graphql } from '../graphql.ts'
import { readUrl } from '../urlState.ts'
import { OverviewUrl } from './overviewUrl.ts'

export const OverviewPageQuery = graphql(`
  query OverviewPage($period: String, $street: String, $firm: ID) {
    overview(period: $period, streetCode: $street, firmId: $firm) {
      __typename
      ...Refused
      ... on Overview {
        asOf
        streetCode
        streetName
        firmName
        now {
          period
          label
          from
          until
          isPartial
          numbers {
            communities
          }
        }
        last {
          from
          until
        }
        lastYear {
          from
          until
        }
        ...FigureCards_overview
        ...StreetSection_overview
        ...Trend_overview
        ...RedList_overview
      }
    }
  }
`)

/** What the page at this address asks. */
export function overviewVariables(from: Request | URLSearchParams) {
  const { period, street, firm } = readUrl(OverviewUrl, from)
  return { period: period || null, street: street || null, firm: firm || null }
}
