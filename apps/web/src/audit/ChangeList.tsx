import { Facts } from '../ui/Facts.tsx'
import { FieldDiff } from '../ui/FieldDiff.tsx'

interface Change {
  field: string
  label: string
  before?: string | null
  after?: string | null
}

/** The fields of a change: of a new record its values, of a changed one before and after. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.every(({ before }) => before == null)) {
    return <Facts facts={changes.map(({ label, after }) => ({ label, value: after ?? null }))} />
  }
  return (
    <FieldDiff
      changes={changes.map(({ field, label, before, after }) => ({
        field,
        label,
        before: before ?? null,
        after: after ?? null,
      }))}
    />
  )
}
