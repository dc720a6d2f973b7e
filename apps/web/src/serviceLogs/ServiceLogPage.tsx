import { useReadQuery } from '@apollo/client/react'
import { labelOf, remoteChannels } from '@sitai/rules/dictionaries'
import { serviceLogFields } from '@sitai/rules/serviceLog.fields'
import { countsLabel } from '@sitai/rules/serviceLog'
import { Alert } from 'antd'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { fact, Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { dayAndTime, dayWords, span } from '../visits/words.ts'
import { LogState } from './LogState.tsx'
import { ServiceLogActs } from './ServiceLogActs.tsx'
import styles from './ServiceLogPage.module.css'

const PageQuery = graphql(`
  query ServiceLogPage($id: ID!) {
    serviceLog(id: $id) {
      id
      status
      version
      occurredOn
      typeLabel
      topicLabel
      persons
      items
      sessions
      copies
      content
      outcome
      remote
      lateReason
      submittedAt
      returnReason
      confirmedAt
      confirmedByName
      rating
      voidReason
      communityName
      streetName
      practitionerName
      firm {
        id
        name
      }
      visit {
        id
        plannedOn
        startsAt
        endsAt
      }
      photos {
        id
        name
        url
      }
      warnings
      refusals { act message }
      ...ServiceLogActs_log
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { id: params['id'] ?? '' } })
}

/** One log: what was done for whom, its photos, how it stands, and what may be done with it. */
export function ServiceLogPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const log = data.serviceLog
  const back = [
    <Link key="logs" to={paths.serviceLogs()}>
      日志
    </Link>,
  ]
  if (!log)
    return (
      <Page title="日志" breadcrumb={back}>
        <EmptyMessage title="没有找到这篇日志" description="可能已被删除，或不在您的管辖范围内。" />
      </Page>
    )
  return (
    <Page
      title={`${log.communityName}的日志`}
      badge={<LogState state={log.status} />}
      breadcrumb={back}
      width="form"
      actions={
        <>
          {!refusalOf(log, 'saveServiceLog') && (
            <LinkButton type="primary" to={paths.editServiceLog(log.id)}>
              修改
            </LinkButton>
          )}
          <ServiceLogActs log={log} />
        </>
      }
    >
      {log.warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={warning} className={styles['alert'] ?? ''} />
      ))}
      {log.status === 'RETURNED' && (
        <Alert
          type="warning"
          showIcon
          title={`退回理由：${log.returnReason ?? ''}`}
          className={styles['alert'] ?? ''}
        />
      )}
      {log.status === 'VOID' && (
        <Alert type="info" showIcon title={`作废理由：${log.voidReason ?? ''}`} className={styles['alert'] ?? ''} />
      )}
      <Section title="服务情况">
        <Facts
          facts={[
            fact(serviceLogFields.occurredOn, dayWords(log.occurredOn)),
            { label: '社区', value: `${log.streetName} ${log.communityName}` },
            { label: '顾问', value: `${log.practitionerName}（${log.firm.name}）` },
            fact(serviceLogFields.typeCode, log.typeLabel),
            fact(serviceLogFields.topicCode, log.topicLabel),
            { label: '数量', value: countsLabel(log) || null },
            fact(serviceLogFields.remote, log.remote ? labelOf(remoteChannels, log.remote) : '现场'),
            {
              label: '驻点',
              value: log.visit ? (
                <Link to={paths.visit(log.visit.id)}>
                  {dayWords(log.visit.plannedOn)} {span(log.visit)}
                </Link>
              ) : (
                '不属于驻点'
              ),
            },
          ]}
        />
      </Section>
      <Section title={serviceLogFields.content.label}>
        <p className={styles['content']}>{log.content || '还没有写内容'}</p>
        {log.outcome && (
          <p className={styles['content']}>
            {serviceLogFields.outcome.label}：{log.outcome}
          </p>
        )}
      </Section>
      {log.photos.length > 0 && (
        <Section title={`照片（${log.photos.length}）`}>
          <ul className={styles['photos']}>
            {log.photos.map((photo, index) => (
              <li key={photo.id}>
                <a href={photo.url} target="_blank" rel="noreferrer">
                  <img src={photo.url} alt={`照片 ${index + 1}`} loading="lazy" className={styles['photo']} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="办理情况">
        <Facts
          facts={[
            { label: '提交', value: log.submittedAt ? dayAndTime(log.submittedAt) : '未提交' },
            {
              label: '确认',
              value: log.confirmedAt ? `${dayAndTime(log.confirmedAt)} ${log.confirmedByName ?? ''}` : '未确认',
            },
            { label: '社区评分', value: log.rating ? `${log.rating} 分` : '未评' },
            ...(log.lateReason ? [fact(serviceLogFields.lateReason, log.lateReason)] : []),
          ]}
        />
      </Section>
    </Page>
  )
}
