import type { DictKind } from '../../generated/gql/graphql.ts'
import { DictSelect as PlainSelect, DictSelectMany as PlainSelectMany } from '../ui/DictSelect.tsx'
import { useDictionary } from './useDictionary.ts'

interface DictSelectProps {
  kind: DictKind
  value?: string
  onChange?: (code: string | undefined) => void
  id?: string
  disabled?: boolean
}

/** One entry of the bureau's dictionary; in forms inside `Field`. */
export function DictSelect({ kind, ...rest }: DictSelectProps) {
  return <PlainSelect {...rest} options={useDictionary(kind).options} />
}

interface DictSelectManyProps {
  kind: DictKind
  value?: string[]
  onChange?: (codes: string[]) => void
  id?: string
  disabled?: boolean
  /** How many may be chosen. */
  max?: number
}

/** Several entries of the bureau's dictionary; in forms inside `Field`. */
export function DictSelectMany({ kind, ...rest }: DictSelectManyProps) {
  return <PlainSelectMany {...rest} options={useDictionary(kind).options} />
}
