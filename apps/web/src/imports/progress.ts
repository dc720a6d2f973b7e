import type { DocumentNode } from 'graphql'
import { useEffect } from 'react'

import { client } from '../apollo.ts'
import { graphql } from '../graphql.ts'

const ImportProgress = graphql(`
  query ImportProgress($id: ID!) {
    importBatch(id: $id) {
      id
      status
      doneRows
      totalRows
    }
  }
`)

/** While a batch is being checked or written, asks every second how far it is; at its end, asks for the page anew. */
export function useProgress(id: string, isRunning: boolean, page: DocumentNode): void {
  useEffect(() => {
    if (!isRunning) return
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const ask = async () => {
      try {
        const { data } = await client.query({ query: ImportProgress, variables: { id }, fetchPolicy: 'network-only' })
        const status = data?.importBatch?.status
        if (status !== 'CHECKING' && status !== 'COMMITTING') await client.refetchQueries({ include: [page] })
      } catch {
        // The connection banner says it; the next second asks again.
      }
      if (!isOver) timer = setTimeout(() => void ask(), 1000)
    }
    timer = setTimeout(() => void ask(), 1000)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id, isRunning, page])
}
