/** Typed documents (`graphql`) and the reading of a masked fragment (`readFragment`), made by `pnpm generate`. */
export { graphql } from '../generated/gql/gql.ts'
export { type FragmentType, readFragment } from '../generated/gql/fragment-masking.ts'
