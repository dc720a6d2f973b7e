import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Section } from '../ui/Section.tsx'
import { Timeline } from '../ui/Timeline.tsx'

const TimelineSection_event = graphql(`
  fragment TimelineSection_event on TimelineEvent {
    on
    title
    detail
  }
`)

/** What happened to a record over the years, newest first. */
export function TimelineSection({ events }: { events: readonly FragmentType<typeof TimelineSection_event>[] }) {
  const told = readFragment(TimelineSection_event, events)
  return (
    <Section title="经过">
      {told.length === 0 ? (
        <EmptyMessage title="还没有可记的事" />
      ) : (
        <Timeline
          label="经过"
          events={told.map(({ on, title, detail }, index) => ({ key: String(index), at: on, title, detail }))}
        />
      )}
    </Section>
  )
}
