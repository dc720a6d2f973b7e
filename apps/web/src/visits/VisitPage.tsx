import { useReadQuery } from '@apollo/client/react'
import { checkInMethods, labelOf } from '@sitai/rules/dictionaries'
import { visitFields } from '@sitai/rules/visit.fields'
import { Alert } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { LogState } from '../serviceLogs/LogState.tsx'
import { useMay } from '../session/viewer.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { fact, Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { AttendanceButtons } from './AttendanceButtons.tsx'
import { VisitActs } from './VisitActs.tsx'
import styles from './TodayPage.module.css'
import { VisitState } from './VisitState.tsx'
import { dayAndTime, dayWords, minutesWords, span } from './words.ts'

const PageQuery = graphql(`
  query VisitPage($id: ID!) {
    visit(id: $id) {
      id
      status
      plannedOn
      startsAt
      endsAt
      checkedInAt
      checkInMethod
      checkInDistanceM
      checkedOutAt
      minutes
      doubts
      needsConfirmation
      isIncomplete
      reason
      communityCode
      communityName
      streetName
      communityAddress
      visitRoom
      practitionerName
      firm {
        id
        name
      }
      makeUpFor {
        id
        plannedOn
      }
      makeUp {
        id
        plannedOn
      }
      rescheduledFrom {
        id
        plannedOn
      }
      rescheduledTo {
        id
        plannedOn
      }
      serviceLogs {
        id
        status
        typeLabel
        topicLabel
        content
      }
      refusals { act message }
      ...AttendanceButtons_visit
      ...VisitActs_visit
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { id: params['id'] ?? '' } })
}

/** One visit: when it was to be and when it was, what is doubtful, what was done, and what may be done with it. */
export function VisitPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const isAdviser = useMay('serviceLog:write')
  const mayPrint = useMay('visit:review')
  const visit = data.visit
  const back = [
    <Link key="visits" to={paths.visits()}>
      驻点
    </Link>,
  ]
  if (!visit)
    return (
      <Page title="驻点" breadcrumb={back}>
        <EmptyMessage title="没有找到这次驻点" description="可能不在您的管辖范围内。" />
      </Page>
    )
  const canAttend = isAdviser && (!refusalOf(visit, 'checkInVisit') || !refusalOf(visit, 'checkOutVisit'))
  const linked = [
    ['补的是', visit.makeUpFor],
    ['补到于', visit.makeUp],
    ['改期自', visit.rescheduledFrom],
    ['改期到', visit.rescheduledTo],
  ] as const
  return (
    <Page
      title={`${visit.communityName}的驻点`}
      breadcrumb={back}
      width="form"
      badge={
        <VisitState
          state={visit.status}
          plannedOn={visit.plannedOn}
          needsConfirmation={visit.needsConfirmation}
          isIncomplete={visit.isIncomplete}
        />
      }
      actions={<VisitActs visit={visit} />}
    >
      {visit.doubts.length > 0 && (
        <Alert type="warning" showIcon title={`须社区确认：${visit.doubts.join('；')}`} style={{ marginBottom: 12 }} />
      )}
      {canAttend && (
        <Section title="签到签退">
          <AttendanceButtons visit={visit} />
        </Section>
      )}
      <Section title="安排">
        <Facts
          facts={[
            { label: '时间', value: `${dayWords(visit.plannedOn)} ${span(visit)}` },
            { label: '社区', value: `${visit.streetName} ${visit.communityName}` },
            { label: '地点', value: [visit.visitRoom, visit.communityAddress].filter(Boolean).join(' · ') || null },
            { label: '顾问', value: `${visit.practitionerName}（${visit.firm.name}）` },
            ...linked.flatMap(([label, other]) =>
              other ? [{ label, value: <Link to={paths.visit(other.id)}>{dayWords(other.plannedOn)}</Link> }] : [],
            ),
            ...(visit.reason ? [fact(visitFields.reason, visit.reason)] : []),
          ]}
        />
      </Section>
      {visit.checkedInAt && (
        <Section title="实际">
          <Facts
            facts={[
              fact(visitFields.checkedInAt, dayAndTime(visit.checkedInAt)),
              fact(visitFields.checkedOutAt, visit.checkedOutAt ? dayAndTime(visit.checkedOutAt) : '没有'),
              { label: '时长', value: minutesWords(visit.minutes) },
              fact(visitFields.checkInMethod, visit.checkInMethod && labelOf(checkInMethods, visit.checkInMethod)),
              { label: '与社区的距离', value: visit.checkInDistanceM == null ? null : `${visit.checkInDistanceM} 米` },
            ]}
          />
        </Section>
      )}
      <Section
        title={`日志（${visit.serviceLogs.length}）`}
        actions={isAdviser && <LinkButton to={paths.logService({ visit: visit.id })}>记日志</LinkButton>}
      >
        {visit.serviceLogs.length === 0 ? (
          <EmptyMessage title="这次驻点还没有日志。" />
        ) : (
          <ul className={styles['list']}>
            {visit.serviceLogs.map((log) => (
              <li key={log.id}>
                <Link className={styles['row']} to={paths.serviceLog(log.id)}>
                  {log.typeLabel} · {log.topicLabel}：{log.content.slice(0, 30)}
                </Link>
                <LogState state={log.status} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {mayPrint && (
        <p className={styles['more']}>
          <Link to={paths.checkInCode(visit.communityCode)}>打印{visit.communityName}的签到码</Link>
        </p>
      )}
    </Page>
  )
}
