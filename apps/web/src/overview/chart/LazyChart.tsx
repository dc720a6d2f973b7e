import { ErrorMessage } from '../../ui/ErrorMessage.tsx'
import { missingPart, usePart } from '../../ui/usePart.ts'
import type { ChartProps } from './Chart.tsx'

const load = () => import('./Chart.tsx').then((it) => it.Chart)

/** A chart whose drawing code is fetched when the first one is shown. */
export function LazyChart(props: ChartProps) {
  const { Part, failed } = usePart(load, true)
  if (Part) return <Part {...props} />
  if (failed) return <ErrorMessage description={missingPart()} onRetry={() => window.location.reload()} />
  return <div aria-busy="true" style={{ height: props.height }} />
}
