import { type CommunityStatus, communityStatuses, labelOf } from '@sitai/rules/dictionaries'

import { Tag } from '../ui/Tag.tsx'

/** A community's state in the bureau's word. */
export function CommunityState({ status }: { status: CommunityStatus }) {
  return <Tag tone={status === 'ACTIVE' ? 'good' : 'plain'}>{labelOf(communityStatuses, status)}</Tag>
}
