import { type ComponentType, useEffect, useState } from 'react'

interface Part<Props> {
  /** Undefined until its code is there. */
  Part: ComponentType<Props> | undefined
  /** Its code did not come: without a connection, or after an upgrade when an open page asks for what is gone. */
  failed: boolean
  /** Asks again. A browser may remember that a file was not there: then only loading the page anew helps. */
  retry: () => void
}

/**
 * A part of a page whose code comes after the page, asked for once it is wanted. When it does not come only the part
 * fails: what was written on the page stays. (React's `lazy` would put the error in place of the whole page.)
 */
export function usePart<Props>(load: () => Promise<ComponentType<Props>>, wanted: boolean): Part<Props> {
  const [found, setFound] = useState<{ Part: ComponentType<Props> }>()
  const [failed, setFailed] = useState(false)
  const missing = wanted && !found && !failed
  useEffect(() => {
    if (!missing) return
    let gone = false
    load().then(
      (it) => !gone && setFound({ Part: it }),
      () => !gone && setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [missing, load])
  return { Part: found?.Part, failed, retry: () => setFailed(false) }
}

/** What is said when a part does not come. */
export function missingPart(): string {
  return navigator.onLine
    ? '这一部分没有载入，可能系统刚刚更新过。请先保存本页填写的内容，再刷新页面。'
    : '没有网络，这一部分还没有载入过。联网后请刷新页面。'
}
