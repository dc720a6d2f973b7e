import { useEffect, useState } from 'react'

import type { SearchQuery as Data } from '../../generated/gql/graphql.ts'
import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'

const SearchQuery = graphql(`
  query Search($text: String!) {
    search(text: $text) {
      kind
      key
      title
      detail
    }
  }
`)

interface Answer {
  /** What was asked for. */
  words: string
  hits: Data['search']
  /** Why it could not be answered. */
  error?: unknown
}

/**
 * The last answer of the server, which may be to words typed before these. It is asked a quarter of a second after the
 * last key; what somebody looked for is nobody's page, so nothing of it is kept.
 */
export function useRecords(words: string): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    if (words === '') return
    let isWanted = true
    const ask = async (): Promise<Answer> => {
      try {
        const { data } = await client.query({ query: SearchQuery, variables: { text: words }, fetchPolicy: 'no-cache' })
        return { words, hits: data?.search ?? [] }
      } catch (error) {
        return { words, hits: [], error }
      }
    }
    const timer = setTimeout(() => {
      void ask().then((found) => isWanted && setAnswer(found))
    }, 250)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [words])
  return answer
}
