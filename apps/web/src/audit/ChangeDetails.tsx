import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { ChangeList } from './ChangeList.tsx'
import { operationLabel } from './words.ts'

const ChangeDetails_event = graphql(`
  fragment ChangeDetails_event on AuditEvent {
    key
    operation
    record
    changes {
      field
      label
      before
      after
    }
  }
`)

/** What one act changed: the fields at once where it touched one record, behind a line that opens where it touched more. */
export function ChangeDetails({ events }: { events: readonly FragmentType<typeof ChangeDetails_event>[] }) {
  const touched = readFragment(ChangeDetails_event, events).filter(({ changes }) => changes.length > 0)
  const [only] = touched
  if (!only) return null
  if (touched.length === 1) return <ChangeList changes={only.changes} />
  return (
    <details>
      <summary>共改动 {touched.length} 处</summary>
      {touched.map(({ key, operation, record, changes }) => (
        <section key={key}>
          <h3>
            {operationLabel(operation)}：{record}
          </h3>
          <ChangeList changes={changes} />
        </section>
      ))}
    </details>
  )
}
