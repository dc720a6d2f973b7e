import { Button } from 'antd'
import { Link } from 'react-router'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Section } from '../ui/Section.tsx'
import { PairingRows } from './PairingRows.tsx'

export const CommunityPairings_community = graphql(`
  fragment CommunityPairings_community on Community {
    code
    pairings {
      id
      ...PairingRows_pairing
    }
  }
`)

/** On a community's page: its advisers now and before, and the way to the desk. */
export function CommunityPairings(props: { community: FragmentType<typeof CommunityPairings_community> }) {
  const { code, pairings } = readFragment(CommunityPairings_community, props.community)
  const mayWrite = useMay('pairing:write')
  const desk = mayWrite && (
    <Link to={paths.pairingDesk({ community: code })}>
      <Button tabIndex={-1}>选择顾问</Button>
    </Link>
  )
  return (
    <Section title="历来结对" actions={desk}>
      {pairings.length === 0 ? (
        <EmptyMessage title="还没有结对" />
      ) : (
        <PairingRows label="历来的结对" pairings={pairings} show="practitioner" />
      )}
    </Section>
  )
}
