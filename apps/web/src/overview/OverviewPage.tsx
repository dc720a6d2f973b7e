import { useReadQuery } from '@apollo/client/react'
import { todayIn, timeIn } from '@sitai/rules/calendar'
import { isFigure } from '@sitai/rules/overview'
import { Button } from 'antd'
import type { LoaderFunctionArgs } from 'react-router'
import { useLoaderData } from 'react-router'

import type { OverviewPageQuery as Data } from '../../generated/gql/graphql.ts'
import { readRefusal } from '../act.ts'
import { preload } from '../apollo.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { useViewer } from '../session/viewer.ts'
import { cx } from '../ui/cx.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { PrintButton, PrintFrame } from '../ui/PrintFrame.tsx'
import { useUrlState } from '../useUrlState.ts'
import { AdminTasks } from './AdminTasks.tsx'
import { FactsDrawer } from './FactsDrawer.tsx'
import { FigureCards } from './FigureCards.tsx'
import styles from './OverviewPage.module.css'
import { OverviewPageQuery, overviewVariables } from './overviewQuery.ts'
import { type OverviewState, OverviewUrl } from './overviewUrl.ts'
import { PeriodSwitch } from './PeriodSwitch.tsx'
import { RedList } from './RedList.tsx'
import { StreetSection } from './StreetSection.tsx'
import { Trend } from './Trend.tsx'
import { spanWords } from './words.ts'

type Overview = Extract<Data['overview'], { __typename: 'Overview' }>

export function loader({ request }: LoaderFunctionArgs) {
  return preload(OverviewPageQuery, { variables: overviewVariables(request) })
}

/** The leader's page: the whole of 一社区一顾问 on one screen, each number with the facts behind it. */
export function OverviewPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [state, set] = useUrlState(OverviewUrl)
  const { overview } = data
  if (overview.__typename === 'Refusal') {
    return (
      <Page title="工作总览">
        <EmptyMessage
          title={readRefusal(overview).message}
          action={<Button onClick={() => set({ period: '', street: '', firm: '' })}>看当月全部</Button>}
        />
      </Page>
    )
  }
  return <Content overview={overview} state={state} set={set} />
}

interface ContentProps {
  overview: Overview
  state: OverviewState
  set: (patch: Partial<OverviewState>) => void
}

function Content({ overview, state, set }: ContentProps) {
  const { account, grant } = useViewer()
  const { now, asOf, streetName, firmName } = overview
  const at = new Date(asOf)
  const asOfLabel = `${todayIn(at)} ${timeIn(at)}`
  const place = [firmName ?? grant.placeName, streetName].filter(Boolean).join(' · ')
  const title = `${place}一社区一顾问工作总览（${now.label}）`
  return (
    <Page title="工作总览" asOf={asOfLabel} actions={<PrintButton />} framed>
      <AdminTasks />
      <PrintFrame title={title} asOf={asOfLabel} printedBy={`${account.displayName}（${grant.roleLabel}）`}>
        <div className={styles['bar']}>
          <PeriodSwitch period={now.period} today={todayIn(at)} onChange={(period) => set({ period })} />
          {overview.streetCode && (
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
          <p className={styles['span']}>{spanWords(overview)}</p>
        </div>
        {now.numbers.communities === 0 ? (
          <EmptyMessage
            title="这里还没有登记社区。"
            description="先在“导入”里导入街道、社区、机构和执业人员，再结对；数字随记录自动出来。"
          />
        ) : (
          <>
            <FigureCards overview={overview} />
            <div className={cx(state.streets === 'picture' && styles['halves'])}>
              <StreetSection overview={overview} ofFirm={Boolean(firmName)} state={state} set={set} />
              <RedList overview={overview} />
            </div>
            <Trend overview={overview} state={state} set={set} />
          </>
        )}
      </PrintFrame>
      <FactsDrawer figure={isFigure(state.figure) ? state.figure : null} state={state} set={set} />
    </Page>
  )
}
