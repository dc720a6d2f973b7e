import { type Figure, figures, ratios } from '@sitai/rules/overview'
import { formatCount, formatPercent } from '@sitai/rules/numbers'

import type { FigureCards_OverviewFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { FigureCard } from './FigureCard.tsx'
import styles from './FigureCard.module.css'
import { FigureLink } from './FigureLink.tsx'
import { type Comparison, compareCounts, compareMarks, compareRates, hoursOf } from './words.ts'

export const FigureCards_overview = graphql(`
  fragment FigureCards_overview on Overview {
    firmName
    satisfactionMinResponses
    now {
      isPartial
      numbers {
        ...FigureCards_numbers
      }
    }
    last {
      numbers {
        ...FigureCards_numbers
      }
    }
    lastYear {
      numbers {
        ...FigureCards_numbers
      }
    }
    average {
      firms
      arrival
      covered
      minutes
      consultations
      lectures
      mediations
      rating
    }
  }
`)

const FigureCards_numbers = graphql(`
  fragment FigureCards_numbers on OverviewNumbers {
    communities
    covered
    uncovered
    partyLeads
    monthsDue
    monthsMet
    visits
    minutes
    consultations
    lectures
    lectureAudience
    mediations
    ratings
    rating
    redCommunities
    yellowCommunities
    coverage {
      value
    }
    partyShare {
      value
    }
    arrival {
      value
    }
  }
`)

/** The figures in the order a leader asks for them; a firm's own beside the average of all firms. */
export function FigureCards({ overview }: { overview: FragmentType<typeof FigureCards_overview> }) {
  const data = readFragment(FigureCards_overview, overview)
  const now = readFragment(FigureCards_numbers, data.now.numbers)
  const last = readFragment(FigureCards_numbers, data.last.numbers)
  const year = readFragment(FigureCards_numbers, data.lastYear.numbers)
  const same = data.now.isPartial ? '同日' : ''
  const against = (compare: (before: typeof now) => Comparison | null) => [
    { label: `较上期${same}`, comparison: compare(last) },
    { label: `较去年${same === '' ? '同期' : same}`, comparison: compare(year) },
  ]
  const count = (field: 'minutes' | 'consultations' | 'lectures' | 'mediations' | 'covered') =>
    against((before) => compareCounts(now[field], before[field]))
  const average = averageWords(data.average)
  const ofFirm = data.firmName !== null && data.firmName !== undefined

  return (
    <div className={styles['cards']}>
      {ofFirm ? (
        <FigureCard
          label="担任首席顾问的社区"
          definition={figures.COVERED.definition}
          value={<FigureLink figure="COVERED" value={formatCount(now.covered)} />}
          unit="个"
          detail={average('covered', '个')}
          comparisons={count('covered')}
        />
      ) : (
        <FigureCard
          label={ratios.coverage.label}
          definition={ratioWords('coverage')}
          value={percent('COVERED', now.coverage.value)}
          unit=""
          detail={
            <Fraction
              numerator={['COVERED', now.covered]}
              denominator={['COMMUNITIES', now.communities]}
              unit="个社区"
            />
          }
          comparisons={against((before) => compareRates(now.coverage.value, before.coverage.value))}
        />
      )}
      <FigureCard
        label={ratios.arrival.label}
        definition={ratioWords('arrival')}
        value={percent('MONTHS_MET', now.arrival.value)}
        missing="本期无应到"
        unit=""
        detail={
          <>
            <Fraction
              numerator={['MONTHS_MET', now.monthsMet]}
              denominator={['MONTHS_DUE', now.monthsDue]}
              unit="个应到月"
            />
            {data.average && `；全区 ${formatPercent(data.average.arrival ?? null)}`}
          </>
        }
        comparisons={against((before) => compareRates(now.arrival.value, before.arrival.value))}
      />
      <FigureCard
        label="驻点时长"
        definition={`${figures.MINUTES.definition}折合小时，保留一位小数。`}
        value={<FigureLink figure="MINUTES" value={formatCount(hoursOf(now.minutes))} />}
        unit="小时"
        detail={
          <>
            驻点 <FigureLink figure="VISITS" value={formatCount(now.visits)} small /> 次
            {average('minutes', '小时', '；')}
          </>
        }
        comparisons={count('minutes').map((it, index) => ({
          ...it,
          comparison: compareCounts(hoursOf(now.minutes), hoursOf((index === 0 ? last : year).minutes)),
        }))}
      />
      <FigureCard
        label={figures.CONSULTATIONS.label}
        definition={figures.CONSULTATIONS.definition}
        value={<FigureLink figure="CONSULTATIONS" value={formatCount(now.consultations)} />}
        unit="人次"
        detail={average('consultations', '人次')}
        comparisons={count('consultations')}
      />
      <FigureCard
        label={figures.LECTURES.label}
        definition={`${figures.LECTURES.definition}听众：${figures.LECTURE_AUDIENCE.definition}`}
        value={<FigureLink figure="LECTURES" value={formatCount(now.lectures)} />}
        unit="场"
        detail={
          <>
            听众 <FigureLink figure="LECTURE_AUDIENCE" value={formatCount(now.lectureAudience)} small /> 人次
            {average('lectures', '场', '；')}
          </>
        }
        comparisons={count('lectures')}
      />
      <FigureCard
        label={figures.MEDIATIONS.label}
        definition={figures.MEDIATIONS.definition}
        value={<FigureLink figure="MEDIATIONS" value={formatCount(now.mediations)} />}
        unit="件"
        detail={average('mediations', '件')}
        comparisons={count('mediations')}
      />
      <FigureCard
        label={figures.RATINGS.label}
        definition={figures.RATINGS.definition}
        value={
          now.rating === null || now.rating === undefined ? null : (
            <FigureLink figure="RATINGS" value={now.rating.toFixed(2)} />
          )
        }
        missing={now.ratings === 0 ? '暂无评分' : `不足${data.satisfactionMinResponses}份，不显示`}
        unit="分"
        detail={
          <>
            <FigureLink figure="RATINGS" value={formatCount(now.ratings)} small /> 份评分，满分5分
          </>
        }
        comparisons={against((before) => compareMarks(now.rating, before.rating))}
      />
      <FigureCard
        label={ofFirm ? '党员首席顾问占比' : ratios.partyShare.label}
        definition={ratioWords('partyShare')}
        value={percent('PARTY_LEADS', now.partyShare.value)}
        missing="暂无结对"
        unit=""
        detail={
          <Fraction numerator={['PARTY_LEADS', now.partyLeads]} denominator={['COVERED', now.covered]} unit="个结对" />
        }
        comparisons={against((before) => compareRates(now.partyShare.value, before.partyShare.value))}
      />
    </div>
  )
}

function percent(figure: Figure, value: number | null | undefined) {
  return value === null || value === undefined ? null : <FigureLink figure={figure} value={formatPercent(value)} />
}

function ratioWords(name: keyof typeof ratios): string {
  const { numerator, denominator } = ratios[name]
  const [over, under] = [figures[numerator], figures[denominator]]
  return `${over.label}÷${under.label}。${over.label}：${over.definition}${under.label}：${under.definition}`
}

interface FractionProps {
  numerator: [Figure, number]
  denominator: [Figure, number]
  unit: string
}

/** A ratio's parts, each opening its facts. */
function Fraction({ numerator, denominator, unit }: FractionProps) {
  return (
    <>
      <FigureLink figure={numerator[0]} value={formatCount(numerator[1])} small /> /{' '}
      <FigureLink figure={denominator[0]} value={formatCount(denominator[1])} small /> {unit}
    </>
  )
}

type Average = FigureCards_OverviewFragment['average']

/** `各机构平均 12.4人次`, or nothing where there is no average. */
function averageWords(average: Average) {
  return (field: 'covered' | 'minutes' | 'consultations' | 'lectures' | 'mediations', unit: string, before = '') => {
    if (!average) return null
    const value = field === 'minutes' ? hoursOf(average.minutes) : Math.round(average[field] * 10) / 10
    return `${before}全区家均 ${formatCount(value)}${unit}`
  }
}
