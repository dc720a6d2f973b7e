import { Link } from 'react-router'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'

const HangingPairings_pairing = graphql(`
  fragment HangingPairings_pairing on HangingPairing {
    communityCode
    communityName
    practitionerName
    isLead
    termTo
  }
`)

interface HangingPairingsProps {
  pairings: readonly FragmentType<typeof HangingPairings_pairing>[]
  /** What to say when nothing hangs on it. */
  none: string
}

/** The pairings that still hang on someone who is about to leave; the bureau decides each at the pairing desk. */
export function HangingPairings({ pairings, none }: HangingPairingsProps) {
  const held = readFragment(HangingPairings_pairing, pairings)
  if (held.length === 0) return <>{none}</>
  return (
    <>
      <strong>名下还有 {held.length} 个结对，变更后不会自动解聘，请到结对页面逐一处理：</strong>
      <ul>
        {held.map((it) => (
          <li key={`${it.communityCode}${it.practitionerName}`}>
            <Link to={paths.community(it.communityCode)}>{it.communityName}</Link>：{it.practitionerName}（
            {it.isLead ? '首席' : '助理'}，至 {it.termTo}）
          </li>
        ))}
      </ul>
    </>
  )
}
