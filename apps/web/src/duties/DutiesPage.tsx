import { useReadQuery } from '@apollo/client/react'
import { type Month, monthOf } from '@sitai/rules/calendar'
import { type MonthStatus, monthStatusLabels } from '@sitai/rules/commitment'
import { periodLabel } from '@sitai/rules/periods'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { preload } from '../apollo.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { useMay, useViewer } from '../session/viewer.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PrintButton, PrintFrame } from '../ui/PrintFrame.tsx'
import { Section } from '../ui/Section.tsx'
import { StatCard, StatCards } from '../ui/StatCard.tsx'
import { whenOpen } from '../ui/whenOpen.tsx'
import { useUrlState } from '../useUrlState.ts'
import { dayAndTime } from '../visits/words.ts'
import { today } from '../today.ts'
import { DutiesBar } from './DutiesBar.tsx'
import { DutiesPageQuery, DutiesUrl, dutiesVariables, statuses } from './dutiesQuery.ts'
import { DutyTable } from './DutyTable.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'

const PlanVisitDrawer = whenOpen(() => import('../visits/PlanVisitDrawer.tsx').then((it) => it.PlanVisitDrawer))
const PlanMonthDrawer = whenOpen(() => import('./PlanMonthDrawer.tsx').then((it) => it.PlanMonthDrawer))
const RemindDrawer = whenOpen(() => import('./RemindDrawer.tsx').then((it) => it.RemindDrawer))

export function loader({ request }: LoaderFunctionArgs) {
  return preload(DutiesPageQuery, { variables: dutiesVariables(request) })
}

/** Every duty of a firm's people in a month: who is late, who has arranged what, and the means to set it right. */
export function DutiesPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(DutiesUrl)
  const [planning, setPlanning] = useState<{ pairingId: string; communityName: string } | null>(null)
  const [drawer, setDrawer] = useState<'plan' | 'remind' | null>(null)
  const { account, grant } = useViewer()
  const isBureau = useMay('pairing:write')
  const mayReview = useMay('serviceLog:review')
  const now = monthOf(today())
  const month: Month = at.month || now
  const lines = data.duties.__typename === 'DutyPage' ? data.duties.nodes : []
  const total = data.duties.__typename === 'DutyPage' ? data.duties.totalCount : 0
  const asOf = data.duties.__typename === 'DutyPage' ? dayAndTime(data.duties.asOf) : ''
  const all = data.late.__typename === 'DutyPage' ? data.late.nodes : []
  const late = all.filter(({ status }) => status === 'RED' || status === 'YELLOW')
  const counts = data.dutySummary.__typename === 'QueryDutySummarySuccess' ? data.dutySummary.counts : []
  const countOf = (status: MonthStatus) => counts.find((it) => it.status === status)?.count ?? 0
  const title = `${grant.firmName ? `${grant.firmName} ` : ''}${periodLabel(month)}驻点任务`
  const isAhead = month > now

  return (
    <Page
      title="值勤安排"
      framed
      asOf={asOf}
      actions={
        <>
          {!isBureau && <Link to={paths.calendarFeed()}>把{grant.firmName ?? '我'}的驻点订阅到日历</Link>}
          <PrintButton />
          {late.length > 0 && <Button onClick={() => setDrawer('remind')}>催办</Button>}
          {mayReview && (
            <LinkButton to={paths.serviceLogs({ state: 'SUBMITTED' })}>待确认日志 {data.waiting.totalCount}</LinkButton>
          )}
          {month >= now && (
            <Button type="primary" onClick={() => setDrawer('plan')}>
              一次排好
            </Button>
          )}
        </>
      }
    >
      <DutiesBar month={month} now={now} at={at} withFirms={isBureau} set={set} />
      <PrintFrame title={title} asOf={asOf} printedBy={`${account.displayName}（${grant.roleLabel}）`} wide>
        {!isAhead && (
          <StatCards>
            {statuses
              .filter((it) => it !== 'NOT_DUE')
              .map((status) => (
                <StatCard
                  key={status}
                  label={monthStatusLabels[status]}
                  value={String(countOf(status))}
                  unit="个结对"
                  open={(number) => (
                    <Link
                      to={`?${new URLSearchParams({ month, status, ...(at.firm && { firm: at.firm }) }).toString()}`}
                    >
                      {number}
                    </Link>
                  )}
                />
              ))}
          </StatCards>
        )}
        {at.look === 'calendar' ? (
          <Section title="月历">
            {data.visits.totalCount > 100 && (
              <p>这个月有 {data.visits.totalCount} 次驻点，只显示前 100 次；请选一家机构。</p>
            )}
            <MonthCalendar month={month} visits={data.visits.edges.map((it) => it.node)} />
          </Section>
        ) : (
          <>
            {at.status.length > 0 && (
              <p>
                只看「
                {statuses
                  .filter((it) => at.status.includes(it))
                  .map((it) => monthStatusLabels[it])
                  .join('、')}
                」
                <Button type="link" onClick={() => set({ status: [] })}>
                  看全部
                </Button>
              </p>
            )}
            <DutyTable lines={lines} month={month} withFirm={isBureau} onPlan={setPlanning} />
            <Pager total={total} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
          </>
        )}
      </PrintFrame>
      <PlanVisitDrawer
        key={planning?.pairingId ?? 'none'}
        open={planning !== null}
        pairingId={planning?.pairingId ?? ''}
        title={`安排${planning?.communityName ?? ''}的驻点`}
        month={month}
        onClose={() => setPlanning(null)}
      />
      <PlanMonthDrawer open={drawer === 'plan'} month={month} firmId={at.firm} onClose={() => setDrawer(null)} />
      <RemindDrawer open={drawer === 'remind'} month={month} late={late} onClose={() => setDrawer(null)} />
    </Page>
  )
}
