import { Button } from 'antd'
import { type ComponentType, useEffect, useState } from 'react'

import { Notice } from './Notice.tsx'
import { missingPart, usePart } from './usePart.ts'

/** How long a page has been there before what it may open is fetched, in milliseconds. */
const rest = 1500

/**
 * A drawer or dialog whose code comes after the page: fetched when the page has come to rest, or at once when it is
 * opened. `const RemindDrawer = whenOpen(() => import('./RemindDrawer.tsx').then((it) => it.RemindDrawer))`.
 */
export function whenOpen<Props extends { open: boolean; onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return function WhenOpen(props: Props) {
    const [wanted, setWanted] = useState(props.open)
    if (props.open && !wanted) setWanted(true)
    const { Part, failed, retry } = usePart(load, wanted)
    useEffect(() => {
      // Without a connection it fails here unheard; opening tries again.
      const timer = setTimeout(() => void load().catch(() => undefined), rest)
      return () => clearTimeout(timer)
    }, [])
    if (Part) return <Part {...props} />
    const close = () => {
      props.onClose()
      retry()
      setWanted(false)
    }
    if (!props.open || !failed) return null
    return (
      <Notice title="没能打开" text={missingPart()}>
        <Button onClick={close}>关闭</Button>
        <Button type="primary" autoFocus onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      </Notice>
    )
  }
}
