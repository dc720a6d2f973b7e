import { useReadQuery } from '@apollo/client/react'
import type { Settings } from '@sitai/rules/settings'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import type { EditServiceLogPageQuery } from '../../generated/gql/graphql.ts'
import { refusalOf, useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { readSettings } from '../settings/readSettings.ts'
import { ConflictNotice } from '../ui/ConflictNotice.tsx'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { useToast } from '../ui/toast.tsx'
import { useLeaveGuard } from '../useLeaveGuard.tsx'
import { span } from '../visits/words.ts'
import { useGoOn } from '../useGoOn.ts'
import { choicesOf } from './choices.ts'
import { emptyForm, fieldsOf, formProblems, type LogForm, type LogPhoto } from './logForm.ts'
import { type Choice, LogFields } from './LogFields.tsx'
import styles from './LogServicePage.module.css'
import { uploadPhoto } from './photos.ts'
import { useFirstProblem } from './useFirstProblem.ts'

const PageQuery = graphql(`
  query EditServiceLogPage($id: ID!) {
    settings {
      key
      value
    }
    types: dictionary(kind: SERVICE_TYPE) {
      code
      label
      active
    }
    topics: dictionary(kind: TOPIC) {
      code
      label
      active
    }
    serviceLog(id: $id) {
      id
      version
      status
      pairingId
      communityName
      occurredOn
      typeCode
      topicCode
      persons
      items
      sessions
      copies
      content
      outcome
      remote
      lateReason
      returnReason
      refusals { act message }
      visit {
        id
        startsAt
        endsAt
      }
      photos {
        id
        url
      }
    }
  }
`)

const SaveLog = graphql(`
  mutation SaveServiceLog($input: SaveServiceLogInput!) {
    saveServiceLog(input: $input) { ...Refused ... on ServiceLog { id status version } }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { id: params['id'] ?? '' } })
}

type Log = NonNullable<EditServiceLogPageQuery['serviceLog']>

/** Corrects a returned log, or finishes a draft, and hands it in again. */
export function EditServiceLogPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const log = data.serviceLog
  const back = [
    <Link key="logs" to={paths.serviceLogs()}>
      日志
    </Link>,
  ]
  const refusal = log && refusalOf(log, 'saveServiceLog')
  if (!log || refusal) {
    return (
      <Page title="修改日志" breadcrumb={back}>
        <EmptyMessage title={refusal ?? '没有找到这篇日志'} />
      </Page>
    )
  }
  return (
    <Correcting
      key={log.version}
      log={log}
      settings={readSettings(data.settings)}
      types={choicesOf(data.types, log.typeCode)}
      topics={choicesOf(data.topics, log.topicCode)}
    />
  )
}

interface CorrectingProps {
  log: Log
  settings: Settings
  types: readonly Choice[]
  topics: readonly Choice[]
}

function Correcting({ log, settings, types, topics }: CorrectingProps) {
  const [form, setForm] = useState<LogForm>(() => formOf(log))
  const [photos, setPhotos] = useState<LogPhoto[]>(() =>
    log.photos.map(({ id, url }) => ({ local: id, fileId: id, url })),
  )
  const [save, saving] = useAct(SaveLog)
  const [tried, setTried] = useFirstProblem()
  const leaving = useLeaveGuard()
  const [photoTrouble, setPhotoTrouble] = useState<string | null>(null)
  const goOn = useGoOn()
  const toast = useToast()
  const problems = formProblems(form, settings)

  const submit = async (handIn: boolean) => {
    setTried(handIn)
    if (handIn && problems.length > 0) return
    const stored = await withStored(photos)
    if (typeof stored === 'string') return setPhotoTrouble(stored)
    setPhotos(stored)
    const done = await save({
      input: { id: log.id, expectedVersion: log.version, log: fieldsOf(form, stored), submit: handIn },
    })
    if (!done) return
    leaving.setDirty(false)
    toast.success(handIn ? '已提交' : '已保存')
    goOn(paths.serviceLog(log.id))
  }
  const words = saving.refusal?.message ?? photoTrouble ?? (tried ? problems[0]?.message : undefined)

  return (
    <Page
      title={`修改${log.communityName}的日志`}
      width="form"
      breadcrumb={[
        <Link key="log" to={paths.serviceLog(log.id)}>
          日志
        </Link>,
      ]}
    >
      {leaving.dialog}
      {log.returnReason && (
        <Alert type="warning" showIcon title={`退回理由：${log.returnReason}`} style={{ marginBottom: 12 }} />
      )}
      <form
        aria-label="修改日志"
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit(true)
        }}
      >
        <LogFields
          form={form}
          photos={photos}
          mostPhotos={settings.photosPerLog}
          onChange={(patch) => {
            leaving.setDirty(true)
            setForm((before) => ({ ...before, ...patch }))
          }}
          onPhotos={(chosen) => {
            leaving.setDirty(true)
            setPhotos(chosen)
          }}
          problems={tried ? problems : []}
          communities={[{ value: log.pairingId, label: log.communityName }]}
          visits={log.visit ? [{ value: log.visit.id, label: span(log.visit) }] : []}
          types={types}
          topics={topics}
          phrases={[]}
          canRecordVisit={false}
          arrived={false}
        />
        {saving.refusal?.code === 'VERSION_CONFLICT' ? (
          <ConflictNotice message={saving.refusal.message} onReload={() => window.location.reload()} />
        ) : (
          words && <Alert type="error" showIcon role="alert" title={words} style={{ marginBottom: 12 }} />
        )}
        {saving.error != null && (
          <Alert type="error" showIcon role="alert" {...describeError(saving.error)} style={{ marginBottom: 12 }} />
        )}
        <div className={styles['bar']}>
          <Button type="primary" size="large" htmlType="submit" loading={saving.busy} block>
            提交
          </Button>
          <Button size="large" disabled={saving.busy} onClick={() => void submit(false)}>
            只保存
          </Button>
        </div>
      </form>
    </Page>
  )
}

function formOf(log: Log): LogForm {
  return {
    ...emptyForm(),
    pairingId: log.pairingId,
    visitId: log.visit?.id ?? '',
    occurredOn: log.occurredOn,
    type: log.typeCode,
    topic: log.topicCode,
    persons: log.persons,
    items: log.items,
    sessions: log.sessions,
    copies: log.copies,
    content: log.content,
    outcome: log.outcome ?? '',
    remote: log.remote ?? '',
    lateReason: log.lateReason ?? '',
  }
}

/** The photos with those that are new stored, or why one could not be. */
async function withStored(photos: readonly LogPhoto[]): Promise<LogPhoto[] | string> {
  const stored: LogPhoto[] = []
  for (const photo of photos) {
    if (photo.fileId || !photo.blob) {
      stored.push(photo)
      continue
    }
    const answer = await uploadPhoto(photo.blob).catch(() => ({
      ok: false as const,
      message: '照片没有传上去，请检查网络后重试。',
    }))
    if (!answer.ok) return answer.message
    stored.push({ ...photo, fileId: answer.id })
  }
  return stored
}
