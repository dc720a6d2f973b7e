import { plainReason } from '@sitai/rules/reason'
import type { CommunityStatus } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { HangingPairings } from '../pairings/HangingPairings.tsx'

const MergeButton_community = graphql(`
  fragment MergeButton_community on Community {
    code
    name
    version
    status
    refusals { act message }
    hangingPairings {
      ...HangingPairings_pairing
    }
  }
`)

const ChangeCommunityStatus = graphql(`
  mutation ChangeCommunityStatus($input: ChangeCommunityStatusInput!) {
    changeCommunityStatus(input: $input) { ...Refused }
  }
`)

/** Takes a community off the register when the statistics office gave its code up, or puts it back. */
export function MergeButton(props: { community: FragmentType<typeof MergeButton_community> }) {
  const community = readFragment(MergeButton_community, props.community)
  const { code, name, version, status, hangingPairings } = community
  const to: CommunityStatus = status === 'ACTIVE' ? 'MERGED' : 'ACTIVE'
  const word = to === 'MERGED' ? '撤并' : '恢复'
  return (
    <ActButton
      act={ChangeCommunityStatus}
      input={(reason) => ({ code, expectedVersion: version, to, reason })}
      label={word}
      on={community}
      question={`${word}${name}？`}
      consequence={
        to === 'MERGED' ? (
          <HangingPairings pairings={hangingPairings} none="撤并后不能再结对，历史记录保留；可以恢复。" />
        ) : (
          '恢复后可以再结对。'
        )
      }
      danger={to === 'MERGED'}
      reason={plainReason}
    />
  )
}
