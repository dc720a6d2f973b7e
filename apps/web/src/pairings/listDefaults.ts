import type { PairingListFiltersQuery } from '../../generated/gql/graphql.ts'
import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'

const FiltersQuery = graphql(`
  query PairingListFilters {
    pairingDefaults { today expiringDays streets { code name } }
  }
`)

export type Defaults = PairingListFiltersQuery['pairingDefaults']

/** What the filters of the pairings are made of; asked for once. */
export async function loadDefaults(): Promise<Defaults> {
  const { data } = await client.query({ query: FiltersQuery })
  if (!data) throw new Error('The defaults query answered neither data nor an error.')
  return data.pairingDefaults
}
