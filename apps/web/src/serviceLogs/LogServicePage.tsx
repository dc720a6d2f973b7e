import { useReadQuery } from '@apollo/client/react'
import { addDays, monthOf, shiftMonth } from '@sitai/rules/calendar'
import { visitOf } from '@sitai/rules/serviceLog'
import type { Settings } from '@sitai/rules/settings'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from 'react-router'

import { preload } from '../apollo.ts'
import { newKey } from '../newKey.ts'
import { paths } from '../paths.ts'
import { useViewer } from '../session/viewer.ts'
import { readSettings } from '../settings/readSettings.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { dayWords, span } from '../visits/words.ts'
import { today } from '../today.ts'
import { useGoOn } from '../useGoOn.ts'
import { choicesOf, phrasesOf } from './choices.ts'
import { emptyForm, formProblems, isWritten, type LogForm, type LogPhoto } from './logForm.ts'
import { DiscardButton } from './DiscardButton.tsx'
import { type Choice, LogFields } from './LogFields.tsx'
import styles from './LogServicePage.module.css'
import { LogServicePageQuery } from './logServiceQuery.ts'
import { OutboxPanel } from './OutboxPanel.tsx'
import { dropEntry, entryOf, keepEntry, openOutbox, sendEntry } from './outbox.ts'
import { useFirstProblem } from './useFirstProblem.ts'

export function loader(_args: LoaderFunctionArgs) {
  const thisDay = today()
  const month = monthOf(thisDay)
  return preload(LogServicePageQuery, {
    variables: { month, lastMonth: shiftMonth(month, -1), from: addDays(thisDay, -45), to: thisDay },
  })
}

/** Records a service in under a minute. What is written is kept on the phone at every moment, and sent when it can be. */
export function LogServicePage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [search] = useSearchParams()
  const { account } = useViewer()
  const [opened, setOpened] = useState(false)
  const [kept, setKept] = useState(false)
  const navigate = useNavigate()
  useEffect(() => void openOutbox(account.id).then(() => setOpened(true)), [account.id])

  const visits = data.visits.edges.map((it) => it.node)
  const held = [data.duties, data.before].flatMap((it) => (it.__typename === 'DutyPage' ? it.nodes : []))
  const communities = [...new Map(held.map((it) => [it.pairingId, it.communityName]))].map(([value, label]) => ({
    value,
    label,
  }))
  if (!opened)
    return (
      <Page title="记日志" width="form">
        {null}
      </Page>
    )
  if (kept) {
    const again = () => {
      setKept(false)
      void navigate(paths.logService({}))
    }
    return (
      <Page title="记日志" width="form">
        <OutboxPanel />
        <Button type="primary" size="large" block onClick={again}>
          再记一篇
        </Button>
      </Page>
    )
  }
  if (communities.length === 0) {
    return (
      <Page title="记日志" width="form">
        <EmptyMessage
          title="您目前没有结对的社区，不能记日志。"
          description="如有疑问，请联系司法局。"
          action={<Link to={paths.today()}>回到今日</Link>}
        />
      </Page>
    )
  }
  const visit = visits.find((it) => it.id === search.get('visit'))
  const draft = entryOf(search.get('draft') ?? '')
  const pairingId =
    visit?.pairingId ?? search.get('pairing') ?? (communities.length === 1 ? (communities[0]?.value ?? '') : '')
  const fresh: LogForm = { ...emptyForm(), pairingId, topic: data.recent.edges[0]?.node.topicCode ?? '' }
  const start: LogForm = draft?.form ?? {
    ...fresh,
    ...(visit ? { visitId: visit.id, occurredOn: visit.plannedOn } : { visitId: visitOf(fresh, visits) }),
  }
  return (
    <Writing
      key={draft?.key ?? 'new'}
      entryKey={draft?.key ?? null}
      start={start}
      photos={draft?.photos ?? []}
      message={draft?.message ?? ''}
      onKept={() => setKept(true)}
      communities={communities}
      visits={visits}
      settings={readSettings(data.settings)}
      types={choicesOf(data.types)}
      topics={choicesOf(data.topics)}
      phrases={phrasesOf(data.recent.edges.map((it) => it.node.content))}
    />
  )
}

interface WritingProps {
  entryKey: string | null
  start: LogForm
  photos: readonly LogPhoto[]
  message: string
  /** Handed in, but still on this phone. */
  onKept: () => void
  communities: readonly { value: string; label: string }[]
  visits: readonly {
    id: string
    pairingId: string
    plannedOn: string
    startsAt: string
    endsAt: string
    status: string
  }[]
  settings: Settings
  types: readonly Choice[]
  topics: readonly Choice[]
  phrases: readonly string[]
}

function Writing(props: WritingProps) {
  const [key] = useState(() => props.entryKey ?? newKey())
  const [form, setForm] = useState(props.start)
  const [photos, setPhotos] = useState<LogPhoto[]>([...props.photos])
  const [tried, setTried] = useFirstProblem()
  const handedIn = useRef(false)
  const navigate = useNavigate()
  const goOn = useGoOn()
  const communityName = props.communities.find((it) => it.value === form.pairingId)?.label ?? ''
  const ofThatDay = props.visits.filter((it) => it.pairingId === form.pairingId && it.plannedOn === form.occurredOn)
  const chosen = ofThatDay.find((it) => it.id === form.visitId)
  const problems = formProblems(form, props.settings)

  // Half a second after the last key the draft is on the phone; a closed tab loses nothing more than that.
  useEffect(() => {
    if (!isWritten(form, photos)) return
    const timer = setTimeout(() => {
      if (!handedIn.current) void keepEntry({ key, state: 'DRAFT', message: '', communityName, form, photos })
    }, 500)
    return () => clearTimeout(timer)
  }, [key, form, photos, communityName])

  const submit = async () => {
    setTried(true)
    setRefused('')
    if (problems.length > 0) return
    handedIn.current = true
    await keepEntry({ key, state: 'QUEUED', message: '', communityName, form, photos })
    await Promise.race([sendEntry(key), new Promise((resolve) => setTimeout(resolve, 4000))])
    const entry = entryOf(key)
    if (entry?.state === 'REFUSED') {
      handedIn.current = false
      return setRefused(entry.message)
    }
    // Unsent, one stays here: without a connection the next page may not come.
    if (entry) return props.onKept()
    goOn(paths.today())
  }
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(false)
  // Beside the button that was pressed: the page is longer than a phone, and its top is out of sight.
  const words = tried && problems[0] ? `还差 ${problems.length} 处：${problems[0].message}` : refused

  return (
    <Page
      title="记日志"
      width="form"
      breadcrumb={[
        <Link key="today" to={paths.today()}>
          今日
        </Link>,
      ]}
    >
      <form
        aria-label="记日志"
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setBusy(true)
          void submit().finally(() => setBusy(false))
        }}
      >
        {props.message && !tried && (
          <Alert type="error" showIcon role="alert" title={props.message} style={{ marginBottom: 12 }} />
        )}
        <LogFields
          form={form}
          photos={photos}
          mostPhotos={props.settings.photosPerLog}
          onChange={(patch) =>
            setForm((before) => {
              const after = { ...before, ...patch }
              const moved = 'pairingId' in patch || 'occurredOn' in patch || 'remote' in patch
              return moved ? { ...after, visitId: visitOf(after, props.visits) } : after
            })
          }
          onPhotos={setPhotos}
          problems={tried ? problems : problems.filter(({ field }) => field === 'lateReason' && form.content !== '')}
          communities={props.communities}
          visits={ofThatDay.map((it) => ({ value: it.id, label: span(it) }))}
          types={props.types}
          topics={props.topics}
          phrases={props.phrases}
          canRecordVisit={
            form.visitId === ''
              ? ofThatDay.length === 0
              : chosen?.status === 'PLANNED' || chosen?.status === 'CHECKED_IN'
          }
          arrived={chosen?.status === 'CHECKED_IN'}
        />
        {words && <Alert type="error" showIcon role="alert" title={words} style={{ marginBottom: 12 }} />}
        <div className={styles['bar']}>
          <Button type="primary" size="large" htmlType="submit" loading={busy} block>
            提交
          </Button>
          <DiscardButton
            written={isWritten(form, photos)}
            onDiscard={async () => {
              handedIn.current = true
              await dropEntry(key)
              await navigate(paths.today())
            }}
          />
        </div>
        <p className={styles['note']}>
          {dayWords(form.occurredOn || today())} · 边写边存在这台设备上，没有网络也能提交，联网后自动发送。
        </p>
      </form>
    </Page>
  )
}
