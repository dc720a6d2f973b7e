import { plainReason } from '@sitai/rules/reason'
import { Input, Rate } from 'antd'
import { useId, useState } from 'react'

import { refusalOf } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import styles from './ServiceLogPage.module.css'

export const ServiceLogActs_log = graphql(`
  fragment ServiceLogActs_log on ServiceLog {
    id
    refusals { act message }
  }
`)

const ConfirmLog = graphql(`
  mutation ConfirmServiceLog($input: ConfirmServiceLogsInput!) { confirmServiceLogs(input: $input) { ...Refused } }
`)

const ReturnLog = graphql(`
  mutation ReturnServiceLog($input: ServiceLogsReasonInput!) { returnServiceLogs(input: $input) { ...Refused } }
`)

const VoidLog = graphql(`
  mutation VoidServiceLog($input: ServiceLogsReasonInput!) { voidServiceLogs(input: $input) { ...Refused } }
`)

/** What may be done with a log that was handed in: void it, give it back, confirm it with what the community said. */
export function ServiceLogActs({ log: masked }: { log: FragmentType<typeof ServiceLogActs_log> }) {
  const log = readFragment(ServiceLogActs_log, masked)
  const [name, setName] = useState('')
  const [rating, setRating] = useState(0)
  const mayReview = useMay('serviceLog:review')
  const mayVoid = useMay('serviceLog:void')
  const id = useId()
  const ids = [log.id]
  return (
    <>
      {mayVoid && (!refusalOf(log, 'saveServiceLog') || mayReview) && (
        <ActButton
          act={VoidLog}
          input={(reason) => ({ ids, reason })}
          label="作废"
          danger
          on={log}
          question="作废这篇日志？"
          consequence="作废的日志仍可查看，但不再计入任何统计，也不能恢复。"
          reason={plainReason}
          toast="已作废"
        />
      )}
      {mayReview && (
        <>
          <ActButton
            act={ReturnLog}
            input={(reason) => ({ ids, reason })}
            label="退回"
            on={log}
            question="退回这篇日志？"
            consequence="作者会看到理由，改好后可以再提交。"
            reason={plainReason}
            toast="已退回"
          />
          <ActButton
            act={ConfirmLog}
            input={() => ({ ids, confirmedByName: name || null, rating: rating || null })}
            label="确认"
            button={{ type: 'primary' }}
            on={log}
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
            toast="已确认"
          />
        </>
      )}
    </>
  )
}
