import { useQuery } from '@apollo/client/react'
import { useState } from 'react'

import { graphql } from '../graphql.ts'
import { RemoteSelect, type RemoteSelectProps } from '../ui/RemoteSelect.tsx'

const FoundQuery = graphql(`
  query PersonSelect($search: String!) {
    practitioners(first: 30, search: $search) {
      edges {
        node {
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
`)

const ChosenQuery = graphql(`
  query PersonSelectChosen($id: ID!) {
    practitioner(id: $id) {
      id
      name
    }
  }
`)

type PersonSelectProps = Pick<RemoteSelectProps, 'value' | 'onChange' | 'label' | 'width'>

/** A practitioner, found by name, pinyin initials, licence number or phone tail. */
export function PersonSelect(props: PersonSelectProps) {
  const [search, setSearch] = useState('')
  const { data, previousData, loading } = useQuery(FoundQuery, { variables: { search }, fetchPolicy: 'cache-first' })
  const id = props.value ?? ''
  const { data: chosen } = useQuery(ChosenQuery, { variables: { id }, skip: id === '', fetchPolicy: 'cache-first' })
  const found = (data ?? previousData)?.practitioners.edges ?? []
  return (
    <RemoteSelect
      {...props}
      options={found.map(({ node }) => ({
        value: node.id,
        label: node.firm ? `${node.name}（${node.firm.name}）` : node.name,
      }))}
      chosen={chosen?.practitioner ? { value: chosen.practitioner.id, label: chosen.practitioner.name } : undefined}
      loading={loading}
      onSearch={setSearch}
    />
  )
}
