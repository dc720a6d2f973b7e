import { plainReason } from '@sitai/rules/reason'
import { ActButton } from '../ActButton.tsx'
import { graphql } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'

const ConfirmLogs = graphql(`
  mutation ConfirmServiceLogs($input: ConfirmServiceLogsInput!) {
    confirmServiceLogs(input: $input) { ...Refused ... on ReviewedServiceLogs { logs { id } skipped { message } } }
  }
`)

const ReturnLogs = graphql(`
  mutation ReturnServiceLogs($input: ServiceLogsReasonInput!) {
    returnServiceLogs(input: $input) { ...Refused ... on ReviewedServiceLogs { logs { id } skipped { message } } }
  }
`)

const VoidLogs = graphql(`
  mutation VoidServiceLogs($input: ServiceLogsReasonInput!) {
    voidServiceLogs(input: $input) { ...Refused ... on ReviewedServiceLogs { logs { id } skipped { message } } }
  }
`)

interface Reviewed {
  logs: readonly unknown[]
  skipped: readonly { message: string }[]
}

/** What was done with how many, and what was left out, and why. */
const words =
  (done: string) =>
  ({ logs, skipped }: Reviewed) =>
    `${done} ${logs.length} 篇${skipped[0] ? `，${skipped.length} 篇未办：${skipped[0].message}` : ''}`

/** Confirms, returns or voids the chosen logs. */
export function ReviewLogs({ ids: chosen, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const mayVoid = useMay('serviceLog:void')
  const ids = [...chosen]
  return (
    <>
      <ActButton
        act={ReturnLogs}
        input={(reason) => ({ ids, reason })}
        label="退回"
        question={`退回 ${ids.length} 篇日志？`}
        consequence="作者会看到理由，改好后可以再提交。"
        reason={plainReason}
        toast={words('已退回')}
        onDone={onDone}
      />
      {mayVoid && (
        <ActButton
          act={VoidLogs}
          input={(reason) => ({ ids, reason })}
          label="作废"
          danger
          question={`作废 ${ids.length} 篇日志？`}
          consequence="作废的日志仍可查看，但不再计入任何统计，也不能恢复。"
          reason={plainReason}
          toast={words('已作废')}
          onDone={onDone}
        />
      )}
      <ActButton
        act={ConfirmLogs}
        input={() => ({ ids })}
        label="确认"
        button={{ type: 'primary' }}
        question={`确认 ${ids.length} 篇日志？`}
        consequence="确认后计入统计，作者不能再改。"
        toast={words('已确认')}
        onDone={onDone}
      />
    </>
  )
}
