import { auditOperations, roles, signInOutcomes } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'

import { optionsOf } from '../ui/options.ts'

export function roleLabel(role: string): string {
  return labelOf(roles, role)
}

/** The outcomes of a sign-in, as choices of the filter. */
export const outcomeOptions = optionsOf(signInOutcomes)

export function outcomeLabel(outcome: string): string {
  return labelOf(signInOutcomes, outcome)
}

/** What was done to the record. */
export const operationOptions = optionsOf(auditOperations)

export function operationLabel(operation: string): string {
  return labelOf(auditOperations, operation)
}
