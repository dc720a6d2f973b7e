import { useReadQuery } from '@apollo/client/react'
import { timeIn, todayIn } from '@sitai/rules/calendar'
import { formatCount } from '@sitai/rules/numbers'
import { Button } from 'antd'
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router'

import type { AreaPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { FigureCard } from '../overview/FigureCard.tsx'
import cards from '../overview/FigureCard.module.css'
import styles from '../overview/OverviewPage.module.css'
import { PeriodSwitch } from '../overview/PeriodSwitch.tsx'
import { compareCounts, spanWords } from '../overview/words.ts'
import { useViewer } from '../session/viewer.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { PrintButton, PrintFrame } from '../ui/PrintFrame.tsx'
import { readUrl } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { AreaFactsDrawer } from './AreaFactsDrawer.tsx'
import { AreaStreets } from './AreaStreets.tsx'
import { AreaTrend } from './AreaTrend.tsx'
import { type AreaState, AreaUrl } from './areaUrl.ts'
import { FactsLink } from './FactsLink.tsx'

const AreaPageQuery = graphql(`
  query AreaPage($area: String!, $period: String, $street: String, $firm: ID) {
    areaFigures(area: $area, period: $period, streetCode: $street, firmId: $firm) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on AreaFigures {
        label
        asOf
        streetName
        firmName
        now {
          period
          label
          from
          until
          isPartial
        }
        last {
          from
          until
        }
        lastYear {
          from
          until
        }
        figures {
          code
          label
          unit
          definition
          now
          last
          lastYear
        }
        ...AreaTrend_area
        ...AreaStreets_area
      }
    }
  }
`)

export function loader({ params, request }: LoaderFunctionArgs) {
  const { period, street, firm } = readUrl(AreaUrl, request)
  const variables = {
    area: params['area'] ?? '',
    period: period || null,
    street: street || null,
    firm: firm || null,
  }
  return preload(AreaPageQuery, { variables })
}

type Area = Extract<Data['areaFigures'], { __typename: 'AreaFigures' }>

/** The figures of one area of the bureau's work, as the area declares them. */
export function AreaPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [state, set] = useUrlState(AreaUrl)
  const { area = '' } = useParams()
  const { areaFigures } = data
  if (areaFigures.__typename === 'AreaFigures')
    return <Content key={area} area={areaFigures} code={area} state={state} set={set} />
  if (areaFigures.code === 'NOT_FOUND' && state.street === '' && state.firm === '') return <NotFoundPage />
  return (
    <Page title="统计数字">
      <EmptyMessage
        title={areaFigures.message}
        action={<Button onClick={() => set({ period: '', street: '', firm: '' })}>看当月全部</Button>}
      />
    </Page>
  )
}

interface ContentProps {
  area: Area
  /** The area's name in the address. */
  code: string
  state: AreaState
  set: (patch: Partial<AreaState>) => void
}

function Content({ area, code, state, set }: ContentProps) {
  const { account, grant } = useViewer()
  const { now, last, lastYear, streetName, firmName } = area
  const at = new Date(area.asOf)
  const asOf = `${todayIn(at)} ${timeIn(at)}`
  const place = [firmName ?? grant.placeName, streetName].filter(Boolean).join(' · ')
  const same = now.isPartial ? '同日' : ''
  const open = area.figures.find((figure) => figure.code === state.figure) ?? null
  return (
    <Page title={area.label} asOf={asOf} actions={<PrintButton />} framed>
      <PrintFrame
        title={`${place}${area.label}（${now.label}）`}
        asOf={asOf}
        printedBy={`${account.displayName}（${grant.roleLabel}）`}
      >
        <div className={styles['bar']}>
          <PeriodSwitch period={now.period} today={todayIn(at)} onChange={(period) => set({ period })} />
          {state.street !== '' && (
            <span className={styles['filter']}>
              只看 {streetName}
              <Button type="link" onClick={() => set({ street: '' })}>
                看全部街道
              </Button>
            </span>
          )}
          {grant.firmName === null && (
            <span className={styles['choices']}>
              <FirmSelect label="全部机构" value={state.firm} onChange={(firm) => set({ firm })} width={240} />
            </span>
          )}
          <p className={styles['span']}>{spanWords({ now, last, lastYear })}</p>
        </div>
        <div className={cards['cards']}>
          {area.figures.map((it) => (
            <FigureCard
              key={it.code}
              label={it.label}
              definition={it.definition}
              value={<FactsLink figure={it.code} label={it.label} value={formatCount(it.now)} />}
              unit={it.unit}
              comparisons={[
                { label: `较上期${same}`, comparison: compareCounts(it.now, it.last, null) },
                { label: `较去年${same === '' ? '同期' : same}`, comparison: compareCounts(it.now, it.lastYear, null) },
              ]}
            />
          ))}
        </div>
        <AreaTrend area={area} state={state} set={set} />
        <AreaStreets area={area} />
      </PrintFrame>
      <AreaFactsDrawer area={code} figure={open} state={state} set={set} />
    </Page>
  )
}
