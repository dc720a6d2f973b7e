import { type Month, monthOf } from '@sitai/rules/calendar'
import { Button } from 'antd'
import { Link } from 'react-router'

import type { DutyTable_LineFragment as Row } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { today } from '../today.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { dayAndClock, dayWords } from '../visits/words.ts'
import { DutyState } from './DutyState.tsx'

const DutyTable_line = graphql(`
  fragment DutyTable_line on Duty {
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
    lapsedOn
  }
`)

interface DutyTableProps {
  lines: readonly FragmentType<typeof DutyTable_line>[]
  month: Month
  withFirm: boolean
  /** To arrange a visit that is still missing. */
  onPlan: (duty: { pairingId: string; communityName: string }) => void
}

/** The duties of a month, line by line. */
export function DutyTable({ lines, month, withFirm, onPlan }: DutyTableProps) {
  const now = monthOf(today())
  const isAhead = month > now
  const columns: readonly Column<Row>[] = [
    {
      key: 'community',
      title: '社区',
      render: (it) => <Link to={paths.pairing(it.pairingId)}>{it.communityName}</Link>,
      fixed: true,
      card: 'heading',
    },
    { key: 'street', title: '街道', render: (it) => it.streetName },
    { key: 'practitioner', title: '顾问', render: (it) => `${it.practitionerName}${it.isLead ? '' : '（助理）'}` },
    ...(withFirm ? [{ key: 'firm', title: '机构', render: (it: Row) => it.firmName ?? '—' }] : []),
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
      render: (it) => arranged(it),
    },
    {
      key: 'act',
      title: '办理',
      screenOnly: true,
      render: (it) =>
        month >= now && it.planned + it.kept < it.required ? (
          <Button size="small" onClick={() => onPlan(it)} aria-label={`安排${it.communityName}的驻点`}>
            安排
          </Button>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <DataTable
      label="驻点任务"
      columns={columns}
      rows={lines.map((it) => readFragment(DutyTable_line, it))}
      rowKey={(it) => it.pairingId}
      empty={<EmptyMessage title="这个月没有驻点任务" description="结对生效后，每月的任务会列在这里。" />}
    />
  )
}

/** What stands in the calendar for it: the visit to come, else what became of the last one. */
function arranged({ nextStartsAt, lastKeptOn, lapsedOn }: Row): string {
  if (nextStartsAt) return dayAndClock(nextStartsAt)
  if (lastKeptOn) return `${dayWords(lastKeptOn)} 已到`
  return lapsedOn ? `${dayWords(lapsedOn)} 未签到` : '—'
}
