import { plainReason } from '@sitai/rules/reason'
import { allowedFrom } from '@sitai/rules/stateMachine'
import { firmMachine } from '@sitai/rules/machines'

import type { FirmStatus } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { HangingPairings } from '../pairings/HangingPairings.tsx'

const FirmMoveButtons_firm = graphql(`
  fragment FirmMoveButtons_firm on Firm {
    id
    name
    version
    status
    refusals { act message }
    hangingPairings {
      ...HangingPairings_pairing
    }
  }
`)

const ChangeFirmStatus = graphql(`
  mutation ChangeFirmStatus($input: ChangeFirmStatusInput!) { changeFirmStatus(input: $input) { ...Refused } }
`)

const words: Readonly<Record<FirmStatus, string>> = { ACTIVE: '恢复执业', SUSPENDED: '停业整顿', CANCELLED: '注销' }

/** The moves the state machine allows from here, each asked about with what hangs on the firm's people. */
export function FirmMoveButtons(props: { firm: FragmentType<typeof FirmMoveButtons_firm> }) {
  const firm = readFragment(FirmMoveButtons_firm, props.firm)
  return allowedFrom(firmMachine, firm.status).map((to) => (
    <ActButton
      key={to}
      act={ChangeFirmStatus}
      input={(reason) => ({ id: firm.id, expectedVersion: firm.version, to, reason })}
      label={words[to]}
      on={firm}
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
      danger={to === 'CANCELLED'}
      reason={plainReason}
    />
  ))
}
