import { todayIn } from '@sitai/rules/calendar'

import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { Timeline, type TimelineEvent } from '../ui/Timeline.tsx'

export const PairingStory_pairing = graphql(`
  fragment PairingStory_pairing on Pairing {
    status
    termFrom
    endsOn
    createdAt
    endNote
    endGroundLabel
    pauses {
      validFrom
      validTo
      reason
    }
  }
`)

/** What happened to a pairing, newest first. */
export function PairingStory(props: { pairing: FragmentType<typeof PairingStory_pairing> }) {
  const pairing = readFragment(PairingStory_pairing, props.pairing)
  const served = !['PROPOSED', 'CONFIRMED', 'REJECTED'].includes(pairing.status)
  const events: TimelineEvent[] = [
    { key: 'made', at: todayIn(new Date(pairing.createdAt)), title: '建立结对' },
    ...(served ? [{ key: 'began', at: pairing.termFrom, title: '聘期开始' }] : []),
    ...pairing.pauses.flatMap(({ validFrom, validTo, reason }) => [
      { key: `pause-${validFrom}`, at: validFrom, title: '暂停', detail: reason },
      ...(validTo ? [{ key: `resume-${validTo}`, at: validTo, title: '恢复履职' }] : []),
    ]),
    ...ending(pairing),
  ]
  return <Timeline label="经过" events={events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))} />
}

const endings: Readonly<Record<string, string>> = { ENDED: '聘期届满', TERMINATED: '解聘', RENEWED: '届满，已续聘' }

interface Ending {
  readonly status: string
  readonly endsOn: string
  readonly endGroundLabel?: string | null | undefined
  readonly endNote?: string | null | undefined
}

function ending({ status, endsOn, endGroundLabel, endNote }: Ending): TimelineEvent[] {
  const title = endings[status]
  if (title) return [{ key: 'ended', at: endsOn, title, detail: [endGroundLabel, endNote].filter(Boolean).join('：') }]
  return endGroundLabel ? [{ key: 'ending', at: endsOn, title: '将解聘', detail: endGroundLabel }] : []
}
