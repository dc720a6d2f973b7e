import { plainReason } from '@sitai/rules/reason'
import { allowedFrom } from '@sitai/rules/stateMachine'
import { firmMachine } from '@sitai/rules/machines'

import type { FirmStatus } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { HangingPairings } from '../pairings/HangingPairings.tsx'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'

const FirmMoveButtons_firm = graphql(`
  fragment FirmMoveButtons_firm on Firm {
    id
    name
    version
    status
    manageRefusal
    hangingPairings {
      ...HangingPairings_pairing
    }
  }
`)

const ChangeFirmStatus = graphql(`
  mutation ChangeFirmStatus($input: ChangeFirmStatusInput!) {
    changeFirmStatus(input: $input) {
      ...Refused
      ... on Firm {
        ...FirmMoveButtons_firm
        timeline {
          ...TimelineSection_event
        }
      }
    }
  }
`)

const words: Readonly<Record<FirmStatus, string>> = { ACTIVE: '恢复执业', SUSPENDED: '停业整顿', CANCELLED: '注销' }

/** The moves the state machine allows from here, each asked about with what hangs on the firm's people. */
export function FirmMoveButtons(props: { firm: FragmentType<typeof FirmMoveButtons_firm> }) {
  const firm = readFragment(FirmMoveButtons_firm, props.firm)
  const [change, changing] = useAct(ChangeFirmStatus)
  return allowedFrom(firmMachine, firm.status).map((to) => (
    <ConfirmButton
      key={to}
      label={words[to]}
      refusal={firm.manageRefusal}
      question={`${firm.name}：${words[to]}？`}
      consequence={
        <>
          {to === 'CANCELLED' && '注销后不能恢复。'}
          {to === 'ACTIVE' ? (
            '恢复后其人员可以再结对。'
          ) : (
            <HangingPairings pairings={firm.hangingPairings} none="其人员名下没有结对。" />
          )}
        </>
      }
      confirmLabel={words[to]}
      danger={to === 'CANCELLED'}
      reason={plainReason}
      act={changing}
      onConfirm={(reason) => change({ input: { id: firm.id, expectedVersion: firm.version, to, reason } })}
    />
  ))
}
