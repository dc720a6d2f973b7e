const font = '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif'

/** A month of a drawing; null where there was nothing to divide by. */
export interface TrendPoint {
  readonly month: string
  readonly isPartial: boolean
  readonly value: number | null
}

interface Drawing {
  /** A rate is a line in per cent, a count bars. */
  readonly isRate: boolean
  /** A value as it stands over its bar. */
  readonly write: (value: number | null) => string
}

function monthLabel({ month, isPartial }: TrendPoint): string {
  return `${Number(month.slice(5))}月${isPartial ? '（至今）' : ''}`
}

/** The drawing of some months; a number stands at each `every`-th, counted from the last. */
export function trendOption(trend: readonly TrendPoint[], { isRate, write }: Drawing, every: number) {
  const values = trend.map(({ value }) => value)
  const shown = values.map((value) => (value === null ? null : isRate ? Math.round(value * 1000) / 10 : value))
  const least = Math.min(...shown.filter((it) => it !== null), 100)
  const label = {
    show: true,
    position: 'top' as const,
    color: '#1f2329',
    formatter: ({ dataIndex }: { dataIndex: number }) =>
      (trend.length - 1 - dataIndex) % every === 0 ? write(values[dataIndex] ?? null) : '',
  }
  const partial = { color: '#ffffff', borderColor: '#0958d9', borderWidth: 2, borderType: 'dashed' as const }
  const data = shown.map((value, index) => (trend[index]?.isPartial ? { value, itemStyle: partial } : { value }))
  return {
    animation: false,
    aria: { enabled: false },
    textStyle: { fontFamily: font },
    grid: { left: 48, right: 24, top: 28, bottom: 28 },
    xAxis: {
      type: 'category' as const,
      data: trend.map(monthLabel),
      axisTick: { show: false },
      axisLabel: { color: '#4e5661', hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: isRate ? Math.max(0, Math.floor((least - 5) / 20) * 20) : 0,
      ...(isRate && { max: 100 }),
      axisLabel: { color: '#4e5661', formatter: isRate ? '{value}%' : '{value}' },
      splitLine: { lineStyle: { color: '#e4e7ec' } },
    },
    series: [
      isRate
        ? {
            type: 'line' as const,
            data,
            label,
            symbol: 'circle',
            symbolSize: 8,
            color: '#0958d9',
            lineStyle: { width: 2 },
            connectNulls: false,
          }
        : { type: 'bar' as const, data, label, color: '#0958d9', barMaxWidth: 36 },
    ],
  }
}
