import { useState } from 'react'
import { z } from 'zod/mini'

import type { ImportKind } from '../../generated/gql/graphql.ts'

const Answer = z.union([z.object({ id: z.string() }), z.object({ message: z.string() })])

interface Upload {
  busy: boolean
  /** Why the file was not taken, in the server's words. */
  refusal: string | null
}

/** Sends a workbook to the dry run; `send` answers the batch's id, or null when the file was refused. */
export function useUpload(): [send: (kind: ImportKind, file: File) => Promise<string | null>, state: Upload] {
  const [state, setState] = useState<Upload>({ busy: false, refusal: null })
  const send = async (kind: ImportKind, file: File) => {
    setState({ busy: true, refusal: null })
    const refusal = await post(kind, file)
    setState({ busy: false, refusal: 'message' in refusal ? refusal.message : null })
    return 'id' in refusal ? refusal.id : null
  }
  return [send, state]
}

async function post(kind: ImportKind, file: File): Promise<z.infer<typeof Answer>> {
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch(`/api/imports/${kind}`, { method: 'POST', body, headers: { 'x-sitai': '1' } })
    return Answer.parse(await response.json())
  } catch {
    return { message: '没有传上去，请检查网络后重试。' }
  }
}
