import { useReadQuery } from '@apollo/client/react'
import { lastDayOf, type Month, monthOf, shiftMonth } from '@sitai/rules/calendar'
import { type MonthStatus, monthStatusLabels } from '@sitai/rules/commitment'
import { periodLabel } from '@sitai/rules/periods'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { z } from 'zod/mini'

import type { DutiesPageQuery } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { useMay, useViewer } from '../session/viewer.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PrintButton, PrintFrame } from '../ui/PrintFrame.tsx'
import { Section } from '../ui/Section.tsx'
import { StatCard, StatCards } from '../ui/StatCard.tsx'
import { listUrl, readUrl, url, useUrlState } from '../urlState.ts'
import { PlanVisitDrawer } from '../visits/PlanVisitDrawer.tsx'
import { dayAndTime, dayWords } from '../visits/words.ts'
import { today } from '../today.ts'
import styles from './DutiesPage.module.css'
import { DutyState } from './DutyState.tsx'
import { MonthCalendar } from './MonthCalendar.tsx'
import { PlanMonthDrawer } from './PlanMonthDrawer.tsx'
import { RemindDrawer } from './RemindDrawer.tsx'

const PageQuery = graphql(`
  query DutiesPage(
    $month: String!
    $filter: DutyFilter
    $scope: DutyFilter
    $visits: VisitFilter
    $first: Int
    $offset: Int
    $withFirms: Boolean!
  ) {
    duties(month: $month, filter: $filter, first: $first, offset: $offset) {
      __typename
      ... on DutyPage {
        totalCount
        asOf
        nodes {
          pairingId
          communityName
          streetName
          practitionerName
          firmName
          isLead
          isPaused
          status
          required
          kept
          planned
          nextStartsAt
          lastKeptOn
        }
      }
    }
    late: duties(month: $month, filter: $scope, first: 100) {
      __typename
      ... on DutyPage {
        nodes {
          pairingId
          status
          communityName
          practitionerName
          planned
          nextStartsAt
        }
      }
    }
    dutySummary(month: $month, filter: $scope) {
      __typename
      ... on QueryDutySummarySuccess {
        counts {
          status
          count
        }
      }
    }
    visits(filter: $visits, orderBy: { field: STARTS_AT, direction: ASC }, first: 100) {
      totalCount
      edges {
        node {
          id
          ...MonthCalendar_visit
        }
      }
    }
    waiting: serviceLogs(filter: { status: [SUBMITTED] }, first: 1) {
      totalCount
    }
    firms(first: 100) @include(if: $withFirms) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`)

const statuses = ['RED', 'YELLOW', 'DUE', 'MET', 'NOT_DUE'] as const satisfies readonly MonthStatus[]
const Url = z.object({
  ...listUrl,
  size: url.count(50),
  month: url.month(),
  firm: url.text(),
  status: url.list(),
  look: url.oneOf(['list', 'calendar']),
})

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(Url, request)
  const month = at.month || monthOf(today())
  const scope = { firmId: at.firm || null }
  return preload(PageQuery, {
    variables: {
      month,
      scope,
      filter: { ...scope, status: statuses.filter((it) => at.status.includes(it)) },
      visits: {
        ...scope,
        from: `${month}-01`,
        to: lastDayOf(month),
        status: ['PLANNED', 'CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'MISSED', 'MADE_UP', 'DISPUTED'],
      },
      first: Math.min(at.size, 100),
      offset: (at.page - 1) * at.size,
      withFirms: true,
    },
  })
}

type Row = Extract<DutiesPageQuery['duties'], { __typename: 'DutyPage' }>['nodes'][number]

/** Every duty of a firm's people in a month: who is late, who has arranged what, and the means to set it right. */
export function DutiesPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(Url)
  const [planning, setPlanning] = useState<Row | null>(null)
  const [drawer, setDrawer] = useState<'plan' | 'remind' | null>(null)
  const { account, grant } = useViewer()
  const isBureau = useMay('pairing:write')
  const mayReview = useMay('serviceLog:review')
  const now = monthOf(today())
  const month: Month = at.month || now
  const rows = data.duties.__typename === 'DutyPage' ? data.duties.nodes : []
  const total = data.duties.__typename === 'DutyPage' ? data.duties.totalCount : 0
  const asOf = data.duties.__typename === 'DutyPage' ? dayAndTime(data.duties.asOf) : ''
  const all = data.late.__typename === 'DutyPage' ? data.late.nodes : []
  const late = all.filter(({ status }) => status === 'RED' || status === 'YELLOW')
  const counts = data.dutySummary.__typename === 'QueryDutySummarySuccess' ? data.dutySummary.counts : []
  const countOf = (status: MonthStatus) => counts.find((it) => it.status === status)?.count ?? 0
  const title = `${grant.firmName ? `${grant.firmName} ` : ''}${periodLabel(month)}驻点任务`
  const isAhead = month > now

  const columns: readonly Column<Row>[] = [
    { key: 'community', title: '社区', render: (it) => it.communityName, fixed: true, card: 'heading' },
    { key: 'street', title: '街道', render: (it) => it.streetName },
    { key: 'practitioner', title: '顾问', render: (it) => `${it.practitionerName}${it.isLead ? '' : '（助理）'}` },
    ...(isBureau ? [{ key: 'firm', title: '机构', render: (it: Row) => it.firmName ?? '—' }] : []),
    {
      key: 'status',
      title: '情况',
      render: (it) =>
        isAhead ? (
          it.planned >= it.required ? (
            '已安排'
          ) : (
            '未安排'
          )
        ) : it.isPaused ? (
          '暂停中'
        ) : (
          <DutyState status={it.status} />
        ),
    },
    { key: 'kept', title: '已到／应到', render: (it) => `${it.kept}／${it.required}`, align: 'right' },
    {
      key: 'next',
      title: '已安排',
      render: (it) =>
        it.nextStartsAt ? dayAndTime(it.nextStartsAt) : it.lastKeptOn ? `${dayWords(it.lastKeptOn)} 已到` : '—',
    },
    {
      key: 'act',
      title: '办理',
      render: (it) =>
        month >= now && it.planned + it.kept < it.required ? (
          <Button size="small" onClick={() => setPlanning(it)} aria-label={`安排${it.communityName}的驻点`}>
            安排
          </Button>
        ) : (
          '—'
        ),
    },
  ]

  return (
    <Page
      title="值勤安排"
      asOf={asOf}
      actions={
        <>
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
      <div className={styles['bar']}>
        <Button aria-label="上个月" onClick={() => set({ month: shiftMonth(month, -1) })}>
          ‹
        </Button>
        <strong className={styles['month']} role="status">
          {periodLabel(month)}
        </strong>
        <Button aria-label="下个月" onClick={() => set({ month: shiftMonth(month, 1) })}>
          ›
        </Button>
        {month !== now && (
          <Button type="link" onClick={() => set({ month: '' })}>
            本月
          </Button>
        )}
        {isBureau && (
          <FilterSelect
            label="机构"
            value={at.firm}
            options={(data.firms?.edges ?? []).map(({ node }) => ({ value: node.id, label: node.name }))}
            onChange={(firm) => set({ firm })}
            width={240}
          />
        )}
        <Segmented
          className={styles['look'] ?? ''}
          value={at.look}
          options={[
            { value: 'list', label: '名单' },
            { value: 'calendar', label: '月历' },
          ]}
          onChange={(look) => set({ look: look === 'calendar' ? 'calendar' : 'list' })}
        />
      </div>
      <PrintFrame title={title} asOf={asOf} printedBy={`${account.displayName}（${grant.roleLabel}）`}>
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
            <DataTable
              label="驻点任务"
              columns={columns}
              rows={rows}
              rowKey={(it) => it.pairingId}
              empty={<EmptyMessage title="这个月没有驻点任务" description="结对生效后，每月的任务会列在这里。" />}
            />
            <Pager total={total} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
          </>
        )}
      </PrintFrame>
      <p>{!isBureau && <Link to={paths.calendarFeed()}>把{grant.firmName ?? '我'}的驻点订阅到日历</Link>}</p>
      <PlanVisitDrawer
        key={planning?.pairingId ?? 'none'}
        open={planning !== null}
        pairingId={planning?.pairingId ?? ''}
        title={`安排${planning?.communityName ?? ''}的驻点`}
        onClose={() => setPlanning(null)}
      />
      <PlanMonthDrawer open={drawer === 'plan'} month={month} firmId={at.firm} onClose={() => setDrawer(null)} />
      <RemindDrawer open={drawer === 'remind'} month={month} late={late} onClose={() => setDrawer(null)} />
    </Page>
  )
}
