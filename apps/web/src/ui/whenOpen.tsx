import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'

/** How long a page has been there before what it may open is fetched, in milliseconds. */
const rest = 1500

/**
 * A drawer or dialog whose code comes after the page: fetched when the page has come to rest, or at once when it is
 * opened. `const RemindDrawer = whenOpen(() => import('./RemindDrawer.tsx').then((it) => it.RemindDrawer))`.
 */
export function whenOpen<Props extends { open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part: ComponentType<Props> = lazy(() => load().then((it) => ({ default: it })))
  return function WhenOpen(props: Props) {
    const [wanted, setWanted] = useState(props.open)
    if (props.open && !wanted) setWanted(true)
    useEffect(() => {
      // Without a connection it fails here unheard; opening tries again.
      const timer = setTimeout(() => void load().catch(() => undefined), rest)
      return () => clearTimeout(timer)
    }, [])
    if (!wanted) return null
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
}
