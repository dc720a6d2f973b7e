import { plainReason } from '@sitai/rules/reason'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useToast } from '../ui/toast.tsx'

const ConfirmLogs = graphql(`
  mutation ConfirmServiceLogs($input: ConfirmServiceLogsInput!) {
    confirmServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
          version
        }
        skipped {
          logId
          message
        }
      }
      ...Refused
    }
  }
`)

const ReturnLogs = graphql(`
  mutation ReturnServiceLogs($input: ServiceLogsReasonInput!) {
    returnServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
          version
        }
        skipped {
          logId
          message
        }
      }
      ...Refused
    }
  }
`)

const VoidLogs = graphql(`
  mutation VoidServiceLogs($input: ServiceLogsReasonInput!) {
    voidServiceLogs(input: $input) {
      __typename
      ... on ReviewedServiceLogs {
        logs {
          id
          status
          version
        }
        skipped {
          logId
          message
        }
      }
      ...Refused
    }
  }
`)

interface Reviewed {
  logs: readonly unknown[]
  skipped: readonly { message: string }[]
}

/** Confirms, returns or voids the chosen logs; says what was done and what was left out, and why. */
export function ReviewLogs({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const [confirm, confirming] = useAct(ConfirmLogs, { refetch: 'active' })
  const [giveBack, returning] = useAct(ReturnLogs, { refetch: 'active' })
  const [voidLogs, voiding] = useAct(VoidLogs, { refetch: 'active' })
  const mayVoid = useMay('serviceLog:void')
  const toast = useToast()
  const say = (done: Reviewed | null, what: string) => {
    if (!done) return null
    const first = done.skipped[0]
    toast.success(`${what} ${done.logs.length} 篇${first ? `，${done.skipped.length} 篇未办：${first.message}` : ''}`)
    onDone()
    return done
  }
  return (
    <>
      <ConfirmButton
        label="退回"
        refusal={null}
        question={`退回 ${ids.length} 篇日志？`}
        consequence="作者会看到理由，改好后可以再提交。"
        confirmLabel="退回"
        reason={plainReason}
        act={returning}
        onConfirm={async (reason) => say(await giveBack({ input: { ids: [...ids], reason } }), '已退回')}
      />
      {mayVoid && (
        <ConfirmButton
          label="作废"
          danger
          refusal={null}
          question={`作废 ${ids.length} 篇日志？`}
          consequence="作废的日志仍可查看，但不再计入任何统计，也不能恢复。"
          confirmLabel="作废"
          reason={plainReason}
          act={voiding}
          onConfirm={async (reason) => say(await voidLogs({ input: { ids: [...ids], reason } }), '已作废')}
        />
      )}
      <ConfirmButton
        label="确认"
        button={{ type: 'primary' }}
        refusal={null}
        question={`确认 ${ids.length} 篇日志？`}
        consequence="确认后计入统计，作者不能再改。"
        confirmLabel="确认"
        act={confirming}
        onConfirm={async () => say(await confirm({ input: { ids: [...ids] } }), '已确认')}
      />
    </>
  )
}
