import { plainReason } from '@sitai/rules/reason'
import { allowedFrom } from '@sitai/rules/stateMachine'
import { practitionerMachine } from '@sitai/rules/machines'

import type { PractitionerStatus } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { HangingPairings } from '../pairings/HangingPairings.tsx'

const MoveButtons_practitioner = graphql(`
  fragment MoveButtons_practitioner on Practitioner {
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

const ChangePractitionerStatus = graphql(`
  mutation ChangePractitionerStatus($input: ChangePractitionerStatusInput!) {
    changePractitionerStatus(input: $input) { ...Refused }
  }
`)

/** What a move is called, by where it comes from where the word differs. */
const words: Readonly<Record<PractitionerStatus, string>> = {
  ACTIVE: '恢复执业',
  SUSPENDED: '停止执业',
  CANCELLED: '注销',
  TRANSFERRED_OUT: '转出',
  PENDING_VERIFY: '转回待核验',
}

/** The moves the state machine allows from here, each asked about with what hangs on it. */
export function MoveButtons({ practitioner }: { practitioner: FragmentType<typeof MoveButtons_practitioner> }) {
  const person = readFragment(MoveButtons_practitioner, practitioner)
  return allowedFrom(practitionerMachine, person.status).map((to) => {
    const word = person.status === 'PENDING_VERIFY' && to === 'ACTIVE' ? '核验通过' : words[to]
    const leaving = person.status === 'ACTIVE'
    const ends = to === 'CANCELLED' || to === 'TRANSFERRED_OUT'
    return (
      <ActButton
        key={to}
        act={ChangePractitionerStatus}
        input={(reason) => ({ id: person.id, expectedVersion: person.version, to, reason })}
        label={word}
        on={person}
        question={`${person.name}：${word}？`}
        consequence={
          <>
            {ends && '执业经历至今天为止。'}
            {to === 'CANCELLED' && '注销后不能恢复。'}
            {leaving ? (
              <HangingPairings pairings={person.hangingPairings} none="名下没有结对。" />
            ) : (
              '原因会记入操作日志。'
            )}
          </>
        }
        danger={to === 'CANCELLED'}
        reason={plainReason}
      />
    )
  })
}
