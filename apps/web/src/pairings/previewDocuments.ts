import type { PreviewPairingsQuery } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'

export const DefaultsQuery = graphql(`
  query PreviewDefaults {
    pairingDefaults {
      today
      nextMonth
      termYears
      maxTermYears
      visitsPerMonth
    }
  }
`)

export const PreviewQuery = graphql(`
  query PreviewPairings($input: PreviewPairingsInput!) {
    previewPairings(input: $input) {
      ...Refused
      ... on PairingPreview {
        readyCount
        lines {
          chosen
          conflicts
          eligibleCount
          community {
            code
            name
            street {
              name
            }
          }
          candidate {
            score
            distanceKm
            held
            capacity
            components {
              key
              label
              value
              weight
              reason
            }
            practitioner {
              id
              name
              firm {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`)

export const PairCommunities = graphql(`
  mutation PairCommunities($input: PairCommunitiesInput!) {
    pairCommunities(input: $input) { ...Refused ... on PairingBatch { batchId count } }
  }
`)

type Preview = Extract<PreviewPairingsQuery['previewPairings'], { __typename: 'PairingPreview' }>
/** A line of the preview. */
export type PreviewLine = Preview['lines'][number]
