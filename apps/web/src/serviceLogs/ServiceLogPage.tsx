import { useReadQuery } from '@apollo/client/react'
import { labelOf, remoteChannels } from '@sitai/rules/dictionaries'
import { countsLabel } from '@sitai/rules/serviceLog'
import { Alert, Input, Rate } from 'antd'
import { useId, useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { useToast } from '../ui/toast.tsx'
import { dayAndTime, dayWords, span } from '../visits/words.ts'
import { LogState } from './LogState.tsx'
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
      editRefusal
      confirmRefusal
      returnRefusal
      voidRefusal
    }
  }
`)

const ConfirmLog = graphql(`
  mutation ConfirmServiceLog($input: ConfirmServiceLogsInput!) {
    confirmServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
        }
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const ReturnLog = graphql(`
  mutation ReturnServiceLog($input: ServiceLogsReasonInput!) {
    returnServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
        }
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

const VoidLog = graphql(`
  mutation VoidServiceLog($input: ServiceLogsReasonInput!) {
    voidServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
        }
      }
      ... on Refusal {
        code
        message
        path
      }
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { id: params['id'] ?? '' } })
}

/** One log: what was done for whom, its photos, how it stands, and what may be done with it. */
export function ServiceLogPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [confirm, confirming] = useAct(ConfirmLog, (it) => it.confirmServiceLogs, { refetch: [PageQuery] })
  const [giveBack, returning] = useAct(ReturnLog, (it) => it.returnServiceLogs, { refetch: [PageQuery] })
  const [voidLog, voiding] = useAct(VoidLog, (it) => it.voidServiceLogs, { refetch: [PageQuery] })
  const [name, setName] = useState('')
  const [rating, setRating] = useState(0)
  const mayReview = useMay('serviceLog:review')
  const mayVoid = useMay('serviceLog:void')
  const toast = useToast()
  const id = useId()
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
  const ids = [log.id]
  const said = <T,>(done: T, words: string): T => {
    if (done) toast.success(words)
    return done
  }
  return (
    <Page
      title={`${log.communityName}的日志`}
      badge={<LogState state={log.status} />}
      breadcrumb={back}
      width="form"
      actions={
        <>
          {log.editRefusal === null && (
            <LinkButton type="primary" to={paths.editServiceLog(log.id)}>
              修改
            </LinkButton>
          )}
          {mayVoid && (log.editRefusal === null || mayReview) && (
            <ConfirmButton
              label="作废"
              danger
              refusal={log.voidRefusal}
              question="作废这篇日志？"
              consequence="作废的日志仍可查看，但不再计入任何统计，也不能恢复。"
              confirmLabel="作废"
              reason="required"
              act={voiding}
              onConfirm={async (reason) => said(await voidLog({ input: { ids, reason } }), '已作废')}
            />
          )}
          {mayReview && (
            <>
              <ConfirmButton
                label="退回"
                refusal={log.returnRefusal}
                question="退回这篇日志？"
                consequence="作者会看到理由，改好后可以再提交。"
                confirmLabel="退回"
                reason="required"
                act={returning}
                onConfirm={async (reason) => said(await giveBack({ input: { ids, reason } }), '已退回')}
              />
              <ConfirmButton
                label="确认"
                button={{ type: 'primary' }}
                refusal={log.confirmRefusal}
                question="确认这篇日志？"
                consequence={
                  <>
                    确认后计入统计，作者不能再改。社区有评价的，一并记下：
                    <span className={styles['rating']}>
                      <label htmlFor={id}>社区确认人</label>
                      <Input id={id} maxLength={50} value={name} onChange={({ target }) => setName(target.value)} />
                      <span id={`${id}-rating`}>社区评分（选填）</span>
                      <Rate
                        aria-labelledby={`${id}-rating`}
                        value={rating}
                        onChange={setRating}
                        tooltips={['1 分', '2 分', '3 分', '4 分', '5 分']}
                      />
                    </span>
                  </>
                }
                confirmLabel="确认"
                act={confirming}
                onConfirm={async () =>
                  said(
                    await confirm({ input: { ids, confirmedByName: name || null, rating: rating || null } }),
                    '已确认',
                  )
                }
              />
            </>
          )}
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
            { label: '服务日期', value: dayWords(log.occurredOn) },
            { label: '社区', value: `${log.streetName} ${log.communityName}` },
            { label: '顾问', value: `${log.practitionerName}（${log.firm.name}）` },
            { label: '类型', value: log.typeLabel },
            { label: '事项', value: log.topicLabel },
            { label: '数量', value: countsLabel(log) || null },
            { label: '方式', value: log.remote ? labelOf(remoteChannels, log.remote) : '现场' },
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
      <Section title="服务内容">
        <p className={styles['content']}>{log.content || '还没有写内容'}</p>
        {log.outcome && <p className={styles['content']}>办理结果：{log.outcome}</p>}
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
            ...(log.lateReason ? [{ label: '补录原因', value: log.lateReason }] : []),
          ]}
        />
      </Section>
    </Page>
  )
}
