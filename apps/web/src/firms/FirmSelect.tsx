import { useQuery } from '@apollo/client/react'
import { useState } from 'react'

import type { FirmStatus } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { RemoteSelect, type RemoteSelectProps } from '../ui/RemoteSelect.tsx'

const FoundQuery = graphql(`
  query FirmSelect($search: String!, $status: [FirmStatus!]) {
    firms(first: 30, search: $search, filter: { status: $status }) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

const ChosenQuery = graphql(`
  query FirmSelectChosen($id: ID!) {
    firm(id: $id) {
      id
      name
    }
  }
`)

interface FirmSelectProps extends Pick<RemoteSelectProps, 'id' | 'value' | 'onChange' | 'label' | 'width'> {
  /** Only firms in these states. */
  states?: readonly FirmStatus[]
  /** A firm that may not be chosen. */
  except?: string | undefined
}

/** A firm, found by name or pinyin initials, however many there are. */
export function FirmSelect({ states, except, ...rest }: FirmSelectProps) {
  const [search, setSearch] = useState('')
  const variables = { search, status: states ? [...states] : null }
  const { data, previousData, loading } = useQuery(FoundQuery, { variables, fetchPolicy: 'cache-first' })
  const id = rest.value ?? ''
  const { data: chosen } = useQuery(ChosenQuery, { variables: { id }, skip: id === '', fetchPolicy: 'cache-first' })
  const found = (data ?? previousData)?.firms.edges ?? []
  return (
    <RemoteSelect
      {...rest}
      options={found.flatMap(({ node }) => (node.id === except ? [] : [{ value: node.id, label: node.name }]))}
      chosen={chosen?.firm ? { value: chosen.firm.id, label: chosen.firm.name } : undefined}
      loading={loading}
      onSearch={setSearch}
    />
  )
}
