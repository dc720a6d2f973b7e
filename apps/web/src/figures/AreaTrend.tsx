import { formatCount } from '@sitai/rules/numbers'
import { Select } from 'antd'
import { type RefObject, useMemo, useRef, useState } from 'react'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { LazyChart } from '../overview/chart/LazyChart.tsx'
import type { Picture } from '../overview/chart/picture.ts'
import { PictureMenu } from '../overview/chart/PictureMenu.tsx'
import { trendOption } from '../overview/chart/trendOption.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Section } from '../ui/Section.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePhone } from '../ui/usePhone.ts'
import type { AreaState } from './areaUrl.ts'

export const AreaTrend_area = graphql(`
  fragment AreaTrend_area on AreaFigures {
    months
    now {
      until
      isPartial
    }
    figures {
      code
      label
      unit
      trend
    }
  }
`)

interface AreaTrendProps {
  area: FragmentType<typeof AreaTrend_area>
  state: AreaState
  set: (patch: Partial<AreaState>) => void
}

interface MonthRow {
  month: string
  isPartial: boolean
  numbers: readonly number[]
}

/** Twelve months of one figure as bars, or of all as a table. */
export function AreaTrend({ area, state, set }: AreaTrendProps) {
  const { months, now, figures } = readFragment(AreaTrend_area, area)
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const picture = useRef<() => Picture>(null)
  const figure = figures.find(({ code }) => code === state.trend) ?? figures[0]
  const running = now.isPartial ? now.until.slice(0, 7) : ''
  if (!figure) return null
  const title = `近十二个月${figure.label}`
  const columns: Column<MonthRow>[] = [
    {
      key: 'month',
      title: '月份',
      fixed: true,
      card: 'heading',
      render: ({ month, isPartial }) => `${month}${isPartial ? '（至今）' : ''}`,
    },
    ...figures.map(({ code, label }, at): Column<MonthRow> => ({
      key: code,
      title: label,
      align: 'right',
      render: ({ numbers }) => formatCount(numbers[at] ?? 0),
    })),
  ]
  const rows = months.map((month, at) => ({
    month,
    isPartial: month === running,
    numbers: figures.map(({ trend }) => trend[at] ?? 0),
  }))
  return (
    <Section
      title="近十二个月"
      actions={
        <>
          {view === 'picture' && (
            <>
              <Select
                aria-label="看哪一项"
                style={{ minWidth: 150 }}
                options={figures.map(({ code, label }) => ({ value: code, label }))}
                value={figure.code}
                onChange={(trend) => set({ trend })}
              />
              <PictureMenu picture={picture} name={title} />
            </>
          )}
          <Segmented
            label="趋势的看法"
            options={[
              { value: 'picture', label: '图' },
              { value: 'table', label: '表' },
            ]}
            value={view}
            onChange={setView}
          />
        </>
      }
    >
      {view === 'picture' ? (
        <MonthsPicture months={months} running={running} figure={figure} title={title} picture={picture} />
      ) : (
        <DataTable label="近十二个月" columns={columns} rows={rows} rowKey={({ month }) => month} empty={null} />
      )}
    </Section>
  )
}

interface MonthsPictureProps {
  months: readonly string[]
  /** The month that is not over; empty for none. */
  running: string
  figure: { readonly unit: string; readonly trend: readonly number[] }
  title: string
  picture: RefObject<(() => Picture) | null>
}

function MonthsPicture({ months, running, figure, title, picture }: MonthsPictureProps) {
  const phone = usePhone()
  const option = useMemo(
    () =>
      trendOption(
        months.map((month, at) => ({ month, isPartial: month === running, value: figure.trend[at] ?? 0 })),
        { isRate: false, write: (value) => formatCount(value ?? 0) },
        phone ? 3 : 1,
      ),
    [months, running, figure, phone],
  )
  const words = months.map((month, at) => `${month} ${formatCount(figure.trend[at] ?? 0, figure.unit)}`)
  return <LazyChart ref={picture} option={option} height={260} label={`${title}：${words.join('，')}`} />
}
