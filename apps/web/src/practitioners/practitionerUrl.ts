import { politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'

import type { PractitionerOrderField } from '../../generated/gql/graphql.ts'
import { chosenOf, listUrl, orderOf, url, type UrlOf } from '../urlState.ts'

const kinds = practitionerKinds.map(({ code }) => code)
const politics = politicalStatuses.map(({ code }) => code)
const states = ['PENDING_VERIFY', 'ACTIVE', 'SUSPENDED', 'CANCELLED', 'TRANSFERRED_OUT'] as const

/** The address of the list of practitioners. */
export const PractitionerUrl = {
  ...listUrl,
  kind: url.list(),
  state: url.list(),
  politics: url.list(),
  firm: url.text(),
  street: url.text(),
  topic: url.text(),
  free: url.flag(),
  unassessed: url.text(),
  sort: url.sort(['name', 'firm', 'licenceNo', 'status', 'capacity', 'firstLicensedOn']),
}

const orderFields: Readonly<Record<string, PractitionerOrderField>> = {
  name: 'NAME',
  firm: 'FIRM',
  licenceNo: 'LICENCE_NO',
  status: 'STATUS',
  capacity: 'CAPACITY',
  firstLicensedOn: 'FIRST_LICENSED_ON',
}

/** What the list is asked for; an export asks the same. */
export function listVariables(at: UrlOf<typeof PractitionerUrl>) {
  const order = orderOf(at.sort)
  const field = order && orderFields[order.key]
  return {
    search: at.q,
    orderBy: order && field ? { field, direction: order.direction } : null,
    filter: {
      kind: chosenOf(kinds, at.kind),
      status: chosenOf(states, at.state),
      politicalStatus: chosenOf(politics, at.politics),
      firmId: at.firm || null,
      streetCode: at.street || null,
      topicCode: at.topic || null,
      hasCapacityLeft: at.free || null,
      unassessedYear: /^\d{4}$/.test(at.unassessed) ? Number(at.unassessed) : null,
    },
  }
}
