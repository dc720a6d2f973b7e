import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'

import styles from './Chart.module.css'
import { init } from './echarts.ts'
import { type Picture, pictureOf } from './picture.ts'

export interface ChartProps {
  option: EChartsCoreOption
  /** In pixels; the width is that of the page. */
  height: number
  /** What the picture shows; the numbers themselves stand in a table beside it. */
  label: string
  /** The name of the data item that was clicked. */
  onPick?: ((name: string) => void) | undefined
  /** Hands out the picture for copying and saving. */
  ref?: Ref<() => Picture>
}

/** A picture by ECharts, drawn as SVG so that it stays sharp on paper. Comes in a chunk of its own. */
export function Chart({ option, height, label, onPick, ref }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const pick = useRef(onPick)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = init(element, null, { renderer: 'svg', locale: 'ZH' })
    chart.current = made
    made.on('click', ({ name }) => pick.current?.(name))
    made.on('rendered', () => fitPaper(element))
    const observer = new ResizeObserver(() => {
      // On paper the picture is scaled as it is, by its viewBox.
      if (!window.matchMedia('print').matches) made.resize()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option])
  useImperativeHandle(ref, () => () => pictureOf(box.current?.querySelector('svg') ?? null))

  return <div ref={box} role="img" aria-label={label} className={styles['chart']} style={{ height }} />
}

/** Lets the drawing shrink to a sheet that is narrower than the screen. */
function fitPaper(element: HTMLElement): void {
  const svg = element.querySelector('svg')
  if (!svg) return
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width') ?? 0} ${svg.getAttribute('height') ?? 0}`)
}
