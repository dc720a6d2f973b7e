import { formatCount, formatPercent } from '@sitai/rules/numbers'
import { figures } from '@sitai/rules/overview'
import { Select } from 'antd'
import { useMemo, useRef, useState } from 'react'

import type { Trend_OverviewFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { Section } from '../ui/Section.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { LazyChart } from './chart/LazyChart.tsx'
import type { Picture } from './chart/picture.ts'
import { PictureMenu } from './chart/PictureMenu.tsx'
import { trendOption } from './chart/trendOption.ts'
import type { OverviewState } from './overviewUrl.ts'
import { hoursOf } from './words.ts'

export const Trend_overview = graphql(`
  fragment Trend_overview on Overview {
    trend {
      month
      isPartial
      numbers {
        minutes
        consultations
        lectures
        mediations
        arrival {
          numerator
          denominator
          value
        }
        coverage {
          numerator
          denominator
          value
        }
      }
    }
  }
`)

type Month = Trend_OverviewFragment['trend'][number]
type Measure = OverviewState['trend']

interface Meaning {
  label: string
  unit: string
  /** Null where there was nothing to divide by. */
  value: (month: Month) => number | null
  isRate?: boolean
}

const measures: Readonly<Record<Measure, Meaning>> = {
  arrival: { label: '到位率', unit: '', value: ({ numbers }) => numbers.arrival.value ?? null, isRate: true },
  coverage: { label: '覆盖率', unit: '', value: ({ numbers }) => numbers.coverage.value ?? null, isRate: true },
  minutes: { label: '驻点时长', unit: '小时', value: ({ numbers }) => hoursOf(numbers.minutes) },
  consultations: { label: '咨询', unit: figures.CONSULTATIONS.unit, value: ({ numbers }) => numbers.consultations },
  lectures: { label: '讲座', unit: figures.LECTURES.unit, value: ({ numbers }) => numbers.lectures },
  mediations: { label: '调处', unit: figures.MEDIATIONS.unit, value: ({ numbers }) => numbers.mediations },
}
const choices: { value: Measure; label: string }[] = [
  { value: 'arrival', label: '到位率' },
  { value: 'coverage', label: '覆盖率' },
  { value: 'minutes', label: '时长' },
  { value: 'consultations', label: '咨询' },
  { value: 'lectures', label: '讲座' },
  { value: 'mediations', label: '调处' },
]

interface TrendProps {
  overview: FragmentType<typeof Trend_overview>
  state: OverviewState
  set: (patch: Partial<OverviewState>) => void
}

/** Twelve months of one figure: a line for a rate, bars for counts, or all of them as a table. */
export function Trend({ overview, state, set }: TrendProps) {
  const { trend } = readFragment(Trend_overview, overview)
  const phone = usePhone()
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const picture = useRef<() => Picture>(null)
  const meaning = measures[state.trend]
  const option = useMemo(
    () =>
      trendOption(
        trend.map((it) => ({ month: it.month, isPartial: it.isPartial, value: meaning.value(it) })),
        { isRate: meaning.isRate ?? false, write: (value) => written(value, { ...meaning, unit: '' }) },
        phone ? 3 : 1,
      ),
    [trend, meaning, phone],
  )
  const title = `近十二个月${meaning.label}`
  return (
    <Section
      title="近十二个月"
      actions={
        <>
          {view === 'picture' &&
            (phone ? (
              <Select<Measure>
                aria-label="看哪一项"
                options={choices}
                value={state.trend}
                onChange={(it) => set({ trend: it })}
              />
            ) : (
              <Segmented<Measure>
                label="看哪一项"
                options={choices}
                value={state.trend}
                onChange={(it) => set({ trend: it })}
              />
            ))}
          {view === 'picture' && <PictureMenu picture={picture} name={title} />}
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
        <LazyChart ref={picture} option={option} height={260} label={`${title}：${sentence(trend, meaning)}`} />
      ) : (
        <DataTable label="近十二个月" columns={columns} rows={trend} rowKey={({ month }) => month} empty={null} />
      )}
    </Section>
  )
}

function written(value: number | null, { isRate, unit }: Meaning): string {
  if (value === null) return '—'
  return isRate ? formatPercent(value) : formatCount(value, unit)
}

/** The picture in words, for a screen reader. */
function sentence(trend: readonly Month[], meaning: Meaning): string {
  return trend.map((it) => `${it.month} ${written(meaning.value(it), meaning)}`).join('，')
}

const monthColumn: Column<Month> = {
  key: 'month',
  title: '月份',
  render: ({ month, isPartial }) => `${month}${isPartial ? '（至今）' : ''}`,
  fixed: true,
  card: 'heading',
}
const columns: readonly Column<Month>[] = [
  monthColumn,
  ...choices.map(({ value: key }): Column<Month> => {
    const meaning = measures[key]
    return { key, title: meaning.label, render: (it) => written(meaning.value(it), meaning), align: 'right' }
  }),
]
