import { useReadQuery } from '@apollo/client/react'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { preload } from '../apollo.ts'
import { DutyRow } from '../duties/DutyRow.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { OutboxPanel } from '../serviceLogs/OutboxPanel.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { today } from '../today.ts'
import styles from './TodayPage.module.css'
import { TodayPageQuery, todayVariables } from './todayQuery.ts'
import { VisitCard } from './VisitCard.tsx'
import { dayWords, span } from './words.ts'

const closed = ['CANCELLED', 'RESCHEDULED', 'VOID']

export function loader(_args: LoaderFunctionArgs) {
  return preload(TodayPageQuery, { variables: todayVariables() })
}

/** The adviser's first page: what there is to do now, in the order in which it presses. */
export function TodayPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const thisDay = today()
  const month = monthOf(thisDay)
  const visits = data.todays.edges.map((it) => it.node).filter(({ status }) => !closed.includes(status))
  const due = data.due.__typename === 'DutyPage' ? data.due.nodes : []
  const overdue = data.overdue.__typename === 'DutyPage' ? data.overdue.nodes : []
  const next = data.next.__typename === 'DutyPage' ? data.next.nodes : []
  const unplanned = next.filter(({ required, nextStartsAt }) => required > 0 && !nextStartsAt)
  const owed = due.filter(({ status }) => status === 'DUE' || status === 'YELLOW')
  return (
    <Page title="今日" badge={dayWords(thisDay)} width="form">
      <OutboxPanel />
      <section aria-labelledby="today-visits" className={styles['visits']}>
        <h2 id="today-visits" className={styles['heading']}>
          今天的驻点
        </h2>
        {visits.length === 0 && <p className={styles['none']}>今天没有安排驻点。</p>}
        {visits.map((visit) => (
          <VisitCard key={visit.id} visit={visit} />
        ))}
        <LinkButton type={visits.length === 0 ? 'primary' : 'default'} size="large" block to={paths.logService({})}>
          记一篇日志
        </LinkButton>
      </section>
      {data.returned.totalCount > 0 && (
        <Section title={`退回的日志（${data.returned.totalCount}）`}>
          <ul className={styles['list']}>
            {data.returned.edges.map(({ node }) => (
              <li key={node.id}>
                <Link className={styles['row']} to={paths.editServiceLog(node.id)}>
                  {dayWords(node.occurredOn)} {node.communityName} {node.typeLabel}
                </Link>
                <p className={styles['reason']}>退回理由：{node.returnReason}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data.open.edges.length > 0 && (
        <Section title="没有记完的驻点">
          <ul className={styles['list']}>
            {data.open.edges.map(({ node }) => (
              <li key={node.id}>
                <Link className={styles['row']} to={paths.visit(node.id)}>
                  {dayWords(node.plannedOn)} {node.communityName}：
                  {node.status === 'PLANNED' ? '没有签到，补记或改期' : '忘了签退，补记离开时间'}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="本月待到位">
        {owed.length === 0 ? (
          <EmptyMessage title={due.length === 0 ? '本月没有要到位的社区。' : '本月的驻点都已到位。'} />
        ) : (
          owed.map((duty) => <DutyRow key={duty.pairingId} duty={duty} month={month} />)
        )}
      </Section>
      {overdue.length > 0 && (
        <Section title="上月未到位">
          {overdue.map((duty) => (
            <DutyRow key={duty.pairingId} duty={duty} month={month} />
          ))}
        </Section>
      )}
      {data.coming.edges.length > 0 && (
        <Section title="接下来的驻点">
          <ul className={styles['list']}>
            {data.coming.edges.map(({ node }) => (
              <li key={node.id}>
                <Link className={styles['row']} to={paths.visit(node.id)}>
                  {dayWords(node.plannedOn)} {span(node)} {node.communityName}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {unplanned.length > 0 && (
        <Section title="下月待安排">
          {unplanned.map((duty) => (
            <DutyRow key={duty.pairingId} duty={duty} month={shiftMonth(month, 1)} />
          ))}
        </Section>
      )}
      <p className={styles['more']}>
        <Link to={paths.calendarFeed()}>把驻点订阅到手机日历</Link>
      </p>
    </Page>
  )
}
