import { useQuery } from '@apollo/client/react'
import type { Month } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Alert, Button, Input, Select } from 'antd'
import { useId, useState } from 'react'

import { readRefusal, useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { newKey } from '../newKey.ts'
import { describeError } from '../ui/describeError.ts'
import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { useToast } from '../ui/toast.tsx'
import { dayWords } from '../visits/words.ts'
import styles from './PlanMonthDrawer.module.css'

const VisitPlan = graphql(`
  query VisitPlan($wish: PlanMonthInput!) {
    visitPlan(wish: $wish) {
      __typename
      ... on QueryVisitPlanSuccess {
        lines {
          pairingId
          communityName
          practitionerName
          plannedOn
          skipped
        }
      }
      ...Refused
    }
  }
`)

const PlanVisits = graphql(`
  mutation PlanVisits($input: PlanVisitsInput!) {
    planVisits(input: $input) { ...Refused ... on PlannedVisits { count } }
  }
`)

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

interface PlanMonthDrawerProps {
  open: boolean
  month: Month
  /** Only this firm's; empty for all the viewer plans for. */
  firmId: string
  onClose: () => void
}

/** A month's visits in one go: when one would like them, what comes of it, then one press. */
export function PlanMonthDrawer(props: PlanMonthDrawerProps) {
  return (
    <DetailDrawer open={props.open} title={`一次排好${periodLabel(props.month)}的驻点`} onClose={props.onClose}>
      {props.open && <Planning {...props} />}
    </DetailDrawer>
  )
}

function Planning({ month, firmId, onClose }: PlanMonthDrawerProps) {
  const [weekday, setWeekday] = useState<number | null>(null)
  const [startTime, setStartTime] = useState('14:00')
  const [endTime, setEndTime] = useState('16:00')
  const [key] = useState(newKey)
  const [plan, planning] = useAct(PlanVisits, { refetch: 'active' })
  const toast = useToast()
  const id = useId()
  const wish = { month, firmId: firmId || null, weekday, startTime, endTime }
  const { data, error, loading } = useQuery(VisitPlan, {
    variables: { wish },
    fetchPolicy: 'network-only',
    skip: startTime === '' || endTime === '',
  })
  const answer = data?.visitPlan
  const lines = answer?.__typename === 'QueryVisitPlanSuccess' ? answer.lines : []
  const planned = lines.filter((it) => it.plannedOn)
  const trouble =
    planning.refusal?.message ?? (answer?.__typename === 'Refusal' ? readRefusal(answer).message : undefined)

  const confirm = async () => {
    const done = await plan({ input: { idempotencyKey: key, wish } })
    if (!done) return
    toast.success(`已安排 ${done.count} 次驻点`)
    onClose()
  }
  return (
    <>
      <div className={styles['wish']}>
        <div>
          <label htmlFor={`${id}-day`}>尽量排在</label>
          <Select
            id={`${id}-day`}
            value={weekday ?? 0}
            options={[
              { value: 0, label: '任何工作日' },
              ...weekdays.map((label, index) => ({ value: index + 1, label })),
            ]}
            onChange={(chosen: number) => setWeekday(chosen || null)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-start`}>开始</label>
          <Input
            id={`${id}-start`}
            type="time"
            value={startTime}
            onChange={({ target }) => setStartTime(target.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}-end`}>结束</label>
          <Input id={`${id}-end`} type="time" value={endTime} onChange={({ target }) => setEndTime(target.value)} />
        </div>
      </div>
      {trouble && <Alert type="error" showIcon role="alert" title={trouble} />}
      {(error ?? planning.error) != null && (
        <Alert type="error" showIcon role="alert" {...describeError(error ?? planning.error)} />
      )}
      <p role="status">
        {loading
          ? '正在排…'
          : `排上 ${planned.length} 次，排不上 ${lines.length - planned.length} 次；已安排或已到位的不重排。`}
      </p>
      {!loading && lines.length === 0 && !trouble && <EmptyMessage title="这个月的驻点都已安排好。" />}
      <ul className={styles['lines']}>
        {lines.map((it, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that only changes as a whole, with lines alike
          <li key={`${it.pairingId}-${index}`} className={styles['line']}>
            <span>
              {it.communityName} · {it.practitionerName}
            </span>
            <span>{it.plannedOn ? dayWords(it.plannedOn) : it.skipped}</span>
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={planned.length === 0} loading={planning.busy} onClick={() => void confirm()}>
        安排 {planned.length} 次
      </Button>
    </>
  )
}
