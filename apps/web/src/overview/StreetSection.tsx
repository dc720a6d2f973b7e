import { useMemo, useRef } from 'react'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { Section } from '../ui/Section.tsx'
import type { Picture } from './chart/picture.ts'
import { PictureMenu } from './chart/PictureMenu.tsx'
import type { OverviewState } from './overviewUrl.ts'
import { StreetPicture } from './StreetPicture.tsx'
import { StreetTable } from './StreetTable.tsx'

export const StreetSection_overview = graphql(`
  fragment StreetSection_overview on Overview {
    now {
      label
    }
    streets {
      code
      name
      lat
      lng
      now {
        monthsMet
        monthsDue
        redCommunities
        yellowCommunities
        arrival {
          value
        }
      }
      ...StreetTable_street
    }
  }
`)

interface StreetSectionProps {
  overview: FragmentType<typeof StreetSection_overview>
  /** Whether the numbers are one firm's. */
  ofFirm: boolean
  state: OverviewState
  set: (patch: Partial<OverviewState>) => void
}

/** The streets: as a picture whose colour is the arrival rate, and as the table with the same numbers. */
export function StreetSection({ overview, ofFirm, state, set }: StreetSectionProps) {
  const data = readFragment(StreetSection_overview, overview)
  const picture = useRef<() => Picture>(null)
  const tiles = useMemo(
    () =>
      data.streets.map(({ code, name, lat, lng, now }) => ({
        code,
        name,
        lat: lat ?? null,
        lng: lng ?? null,
        met: now.monthsMet,
        due: now.monthsDue,
        rate: now.arrival.value ?? null,
        red: now.redCommunities,
        yellow: now.yellowCommunities,
      })),
    [data],
  )
  const title = `${data.now.label}各街道驻点到位率`
  return (
    <Section
      title="各街道驻点到位率"
      actions={
        <>
          {state.streets === 'picture' && <PictureMenu picture={picture} name={title} />}
          <Segmented<OverviewState['streets']>
            label="各街道的看法"
            options={[
              { value: 'picture', label: '图' },
              { value: 'table', label: '表' },
            ]}
            value={state.streets}
            onChange={(streets) => set({ streets })}
          />
        </>
      }
    >
      {state.streets === 'picture' ? (
        <StreetPicture streets={tiles} title={title} picture={picture} onPick={(street) => set({ street })} />
      ) : (
        <StreetTable streets={data.streets} ofFirm={ofFirm} sort={state.sort} onSort={(sort) => set({ sort })} />
      )}
    </Section>
  )
}
