import { lazy, Suspense } from 'react'

import type { ChartProps } from './Chart.tsx'

const Chart = lazy(() => import('./Chart.tsx').then((it) => ({ default: it.Chart })))

/** A chart whose drawing code is fetched when the first one is shown. */
export function LazyChart(props: ChartProps) {
  return (
    <Suspense fallback={<div aria-busy="true" style={{ height: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  )
}
