import { type CommunityStatus, communityStatuses, labelOf } from '@sitai/rules/dictionaries'

import { StateTag } from '../ui/StateTag.tsx'

/** A community's state in the bureau's word. */
export function CommunityState({ status }: { status: CommunityStatus }) {
  return <StateTag label={labelOf(communityStatuses, status)} tone={status === 'ACTIVE' ? 'good' : 'off'} />
}
