import { useQuery } from '@apollo/client/react'

import type { DictKind } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import type { DictOption } from '../ui/DictSelect.tsx'

const DictionaryQuery = graphql(`
  query Dictionary($kind: DictKind!) {
    dictionary(kind: $kind) {
      code
      label
      active
    }
  }
`)

/**
 * A dictionary of the viewer's bureau, in its order: `options` for selects (retired entries can't be chosen anew) and
 * `labelOf` for codes in records. Asked once; empty until it has arrived.
 */
export function useDictionary(kind: DictKind): { options: readonly DictOption[]; labelOf: (code: string) => string } {
  const { data } = useQuery(DictionaryQuery, { variables: { kind }, fetchPolicy: 'cache-first' })
  const items = data?.dictionary ?? []
  return {
    options: items.map(({ code, label, active }) => ({ code, label, isRetired: !active })),
    labelOf: (code) => items.find((it) => it.code === code)?.label ?? code,
  }
}
