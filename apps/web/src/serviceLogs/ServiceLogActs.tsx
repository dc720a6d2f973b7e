import { plainReason } from '@sitai/rules/reason'
import { Input, Rate } from 'antd'
import { useId, useState } from 'react'

import { useAct } from '../act.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useToast } from '../ui/toast.tsx'
import styles from './ServiceLogPage.module.css'

export const ServiceLogActs_log = graphql(`
  fragment ServiceLogActs_log on ServiceLog {
    id
    editRefusal
    confirmRefusal
    returnRefusal
    voidRefusal
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
      ...Refused
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
      ...Refused
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
      ...Refused
    }
  }
`)

/** What may be done with a log that was handed in: void it, give it back, confirm it with what the community said. */
export function ServiceLogActs({ log: masked }: { log: FragmentType<typeof ServiceLogActs_log> }) {
  const log = readFragment(ServiceLogActs_log, masked)
  const [confirm, confirming] = useAct(ConfirmLog, { refetch: ['ServiceLogPage'] })
  const [giveBack, returning] = useAct(ReturnLog, { refetch: ['ServiceLogPage'] })
  const [voidLog, voiding] = useAct(VoidLog, { refetch: ['ServiceLogPage'] })
  const [name, setName] = useState('')
  const [rating, setRating] = useState(0)
  const mayReview = useMay('serviceLog:review')
  const mayVoid = useMay('serviceLog:void')
  const toast = useToast()
  const id = useId()
  const ids = [log.id]
  const said = <T,>(done: T, words: string): T => {
    if (done) toast.success(words)
    return done
  }
  return (
    <>
      {mayVoid && (log.editRefusal === null || mayReview) && (
        <ConfirmButton
          label="作废"
          danger
          refusal={log.voidRefusal}
          question="作废这篇日志？"
          consequence="作废的日志仍可查看，但不再计入任何统计，也不能恢复。"
          confirmLabel="作废"
          reason={plainReason}
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
            reason={plainReason}
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
              said(await confirm({ input: { ids, confirmedByName: name || null, rating: rating || null } }), '已确认')
            }
          />
        </>
      )}
    </>
  )
}
