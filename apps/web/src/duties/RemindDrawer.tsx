import type { Month } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Button, Input } from 'antd'
import { useId } from 'react'

import { DetailDrawer } from '../ui/DetailDrawer.tsx'
import { useToast } from '../ui/toast.tsx'
import { dayAndClock, dayWords } from '../visits/words.ts'

interface Late {
  status: string
  communityName: string
  practitionerName: string
  nextStartsAt?: string | null
  lapsedOn?: string | null
}

interface RemindDrawerProps {
  open: boolean
  month: Month
  late: readonly Late[]
  onClose: () => void
}

/** A text to send by whatever means the firm uses: who is late where, grouped by person. */
export function RemindDrawer({ open, month, late, onClose }: RemindDrawerProps) {
  const toast = useToast()
  const id = useId()
  const text = reminder(month, late)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast.success('已复制')
  }
  return (
    <DetailDrawer open={open} title="催办" onClose={onClose}>
      <label htmlFor={id}>复制后发到本所的工作群，或单独发给本人：</label>
      <Input.TextArea
        id={id}
        value={text}
        readOnly
        autoSize={{ minRows: 8, maxRows: 24 }}
        style={{ margin: '8px 0 12px' }}
      />
      <Button type="primary" onClick={() => void copy()}>
        复制
      </Button>
    </DetailDrawer>
  )
}

function reminder(month: Month, late: readonly Late[]): string {
  const people = new Map<string, Late[]>()
  for (const it of late) people.set(it.practitionerName, [...(people.get(it.practitionerName) ?? []), it])
  const lines = [...people].map(([name, found]) => {
    return `${name}：${found.map((it) => it.communityName + arrangedWords(it)).join('、')}`
  })
  return [`【一社区一顾问】${periodLabel(month)}以下社区尚未到位，请尽快安排驻点并签到、记日志：`, ...lines].join('\n')
}

function arrangedWords({ nextStartsAt, lapsedOn }: Late): string {
  if (nextStartsAt) return `（已安排 ${dayAndClock(nextStartsAt)}）`
  return lapsedOn ? `（${dayWords(lapsedOn)} 未签到）` : ''
}
