import { useQuery } from '@apollo/client/react'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { readRefusal } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { paths } from '../paths.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Candidates } from './Candidates.tsx'
import { BatchDone } from './BatchDone.tsx'
import { newKey, termEnd, termText } from './term.ts'
import { Person, Reason } from './PreviewCells.tsx'
import { DefaultsQuery, PairCommunities, type PreviewLine, PreviewQuery } from './previewDocuments.ts'
import { TermFields } from './TermFields.tsx'

/** A bulk pairing before it is done: who is proposed for each community and why, changed line by line, done all at once. */
export function PreviewPage() {
  const { data, error, loading, refetch } = useQuery(DefaultsQuery)
  const [params] = useSearchParams()
  const codes = params
    .getAll('code')
    .filter((it) => /^\d{12}$/.test(it))
    .slice(0, 100)
  const back = (
    <Link key="desk" to={paths.pairingDesk()}>
      结对工作台
    </Link>
  )
  return (
    <Page title="批量结对" breadcrumb={[back]}>
      {error ? (
        <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
      ) : codes.length === 0 ? (
        <EmptyMessage title="没有选择社区" action={back} />
      ) : data ? (
        <Draft codes={codes} defaults={data.pairingDefaults} />
      ) : (
        <Skeleton />
      )}
    </Page>
  )
}

interface DraftProps {
  codes: readonly string[]
  defaults: { today: string; nextMonth: string; termYears: number; maxTermYears: number; visitsPerMonth: number }
}

function Draft({ codes, defaults }: DraftProps) {
  const [term, setTerm] = useState({ from: defaults.today, years: defaults.termYears })
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map())
  const [dropped, setDropped] = useState<readonly string[]>([])
  const [changing, setChanging] = useState<{ code: string; name: string } | null>(null)
  const [key] = useState(newKey)
  const [done, setDone] = useState<{ batchId: string; count: number } | null>(null)
  const navigate = useNavigate()
  const kept = codes.filter((it) => !dropped.includes(it))
  const termTo = termEnd(term.from, term.years)
  const input = {
    communityCodes: kept,
    termFrom: term.from,
    termTo,
    choices: [...choices]
      .filter(([code]) => kept.includes(code))
      .map(([communityCode, practitionerId]) => ({ communityCode, practitionerId })),
  }
  const { data, previousData, error, loading, refetch } = useQuery(PreviewQuery, {
    variables: { input },
    fetchPolicy: 'network-only',
    skip: done !== null || kept.length === 0,
  })
  const answer = (data ?? previousData)?.previewPairings

  if (done) return <BatchDone {...done} onUndone={() => void navigate(paths.pairingDesk())} />
  if (kept.length === 0)
    return <EmptyMessage title="社区都已移去" action={<Button onClick={() => setDropped([])}>恢复</Button>} />
  if (error) return <ErrorMessage {...describeError(error)} busy={loading} onRetry={() => void refetch()} />
  if (!answer) return <Skeleton rows={8} />
  if (answer.__typename === 'Refusal')
    return <Alert type="error" showIcon role="alert" title={readRefusal(answer).message} />

  const { lines } = answer
  const blocked = lines.filter((it) => it.conflicts.length > 0).map((it) => it.community.code)
  const columns: readonly Column<PreviewLine>[] = [
    {
      key: 'community',
      title: '社区',
      render: (it) => (
        <>
          {it.community.name}
          <br />
          <small>{it.community.street.name}</small>
        </>
      ),
      fixed: true,
      card: 'heading',
    },
    { key: 'person', title: '推荐顾问', render: (it) => <Person line={it} /> },
    { key: 'reason', title: '理由', render: (it) => <Reason line={it} /> },
    { key: 'load', title: '负担', render: (it) => it.candidate && `${it.candidate.held}/${it.candidate.capacity}` },
    {
      key: 'conflict',
      title: '冲突',
      render: (it) => (it.conflicts.length > 0 ? <span className="field-error">{it.conflicts.join('；')}</span> : '无'),
    },
    {
      key: 'acts',
      title: '办理',
      render: ({ community }) => (
        <>
          <Button type="link" onClick={() => setChanging(community)} aria-label={`为${community.name}换人`}>
            换人
          </Button>
          <Button
            type="link"
            onClick={() => setDropped([...dropped, community.code])}
            aria-label={`移去${community.name}`}
          >
            移去
          </Button>
        </>
      ),
    },
  ]

  return (
    <>
      <TermFields
        {...term}
        maxYears={defaults.maxTermYears}
        starts={[
          ['今天起', defaults.today],
          ['下月 1 日起', defaults.nextMonth],
        ]}
        onChange={setTerm}
      />
      <p role="status">
        {loading
          ? '正在推荐…'
          : `共 ${lines.length} 个社区，${answer.readyCount} 个可以办理${blocked.length > 0 ? `，${blocked.length} 个有冲突，须换人或移去` : ''}。`}
      </p>
      <DataTable
        label="批量结对预览"
        columns={columns}
        rows={lines}
        rowKey={(it) => it.community.code}
        empty={<EmptyMessage title="没有可推荐的社区" />}
      />
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 }}>
        <ActButton
          act={PairCommunities}
          input={() => ({
            idempotencyKey: key,
            termFrom: term.from,
            termTo,
            visitsPerMonth: defaults.visitsPerMonth,
            lines: lines.flatMap(({ community, candidate }) =>
              candidate ? { communityCode: community.code, practitionerId: candidate.practitioner.id } : [],
            ),
          })}
          label={`办理结对（${answer.readyCount}）`}
          button={{ type: 'primary' }}
          refusal={
            blocked.length > 0
              ? `还有 ${blocked.length} 个社区有冲突，请换人或移去。`
              : loading
                ? '正在推荐，请稍候。'
                : null
          }
          question={`为 ${lines.length} 个社区结对？`}
          consequence={`聘期 ${termText(term.from, termTo)}。全部办成或全部不办；办成后可以整批撤销。`}
          confirmLabel="办理"
          refetch={[]}
          onDone={setDone}
        />
        {blocked.length > 0 && (
          <Button onClick={() => setDropped([...dropped, ...blocked])}>移去有冲突的 {blocked.length} 个</Button>
        )}
        {dropped.length > 0 && <Button onClick={() => setDropped([])}>恢复移去的 {dropped.length} 个</Button>}
      </p>
      <Modal
        open={changing !== null}
        title={`为${changing?.name ?? ''}另选顾问`}
        footer={null}
        onCancel={() => setChanging(null)}
        width={760}
        destroyOnHidden
      >
        {changing && (
          <Candidates
            communityCode={changing.code}
            termFrom={term.from}
            termTo={termTo}
            onChoose={({ id }) => {
              setChoices(new Map(choices).set(changing.code, id))
              setChanging(null)
            }}
          />
        )}
      </Modal>
    </>
  )
}
