import { graphql } from '../graphql.ts'

/** Who is signed in, and where. */
export const ViewerQuery = graphql(`
  query Viewer {
    installation {
      placeName
      isDemo
    }
    viewer {
      bureau {
        shortName
      }
      account {
        id
        userName
        displayName
        mustChangePassword
      }
      grant {
        id
        role
        roleLabel
        placeName
        firmName
      }
      grants {
        id
        roleLabel
        placeName
        firmName
      }
      acts
      passwordDue
    }
  }
`)
