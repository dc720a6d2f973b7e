import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Section } from '../ui/Section.tsx'
import { PairingRows } from './PairingRows.tsx'

export const PractitionerPairings_practitioner = graphql(`
  fragment PractitionerPairings_practitioner on Practitioner {
    id
    pairings {
      id
      ...PairingRows_pairing
    }
  }
`)

/** On a practitioner's page: the communities he or she advises and has advised. */
export function PractitionerPairings(props: { practitioner: FragmentType<typeof PractitionerPairings_practitioner> }) {
  const { pairings } = readFragment(PractitionerPairings_practitioner, props.practitioner)
  return (
    <Section title="结对社区">
      {pairings.length === 0 ? (
        <EmptyMessage title="没有结对社区" />
      ) : (
        <PairingRows label="历来的结对" pairings={pairings} show="community" />
      )}
    </Section>
  )
}
