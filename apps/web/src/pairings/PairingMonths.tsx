import { DutyState } from '../duties/DutyState.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { RecordList } from '../ui/RecordList.tsx'
import { Section } from '../ui/Section.tsx'

const PairingMonths_pairing = graphql(`
  fragment PairingMonths_pairing on Pairing {
    visitsPerMonth
    months {
      month
      status
      kept
      planned
      missed
    }
  }
`)

/** Month by month: whether the adviser was there, what is planned and what was missed. */
export function PairingMonths(props: { pairing: FragmentType<typeof PairingMonths_pairing> }) {
  const { months, visitsPerMonth } = readFragment(PairingMonths_pairing, props.pairing)
  if (months.length === 0) return null
  return (
    <Section title="各月到位">
      <RecordList
        label="各月到位"
        empty={null}
        rows={months.map(({ month, status, kept, planned, missed }) => ({
          key: month,
          title: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
          text: [
            `已到 ${kept}／${visitsPerMonth} 次`,
            ...(planned > 0 ? [`已安排 ${planned} 次`] : []),
            ...(missed > 0 ? [`未到 ${missed} 次`] : []),
          ].join('，'),
          action: <DutyState status={status} />,
        }))}
      />
    </Section>
  )
}
