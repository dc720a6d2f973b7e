import { makeCreditCode } from '@sitai/rules/creditCode'
import { globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'

const refusable = '{ __typename ... on Refusal { code message } }'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.firm',
    act: 'firm:read',
    document: 'query ($id: ID!) { firm(id: $id) { name } }',
    variables: (world) => Promise.resolve({ id: globalId('Firm', world.firm.id) }),
  },
  {
    field: 'Query.firms',
    act: 'firm:read',
    document: 'query ($search: String) { firms(search: $search) { totalCount edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.firm.licenceNo }),
  },
  {
    field: 'Mutation.createFirm',
    act: 'firm:create',
    document: `mutation ($input: CreateFirmInput!) { createFirm(input: $input) ${refusable} }`,
    variables: (world) => {
      const creditCode = makeCreditCode(`31${world.divisionCode}987654321`)
      const fields = {
        kind: 'LAW_FIRM',
        name: '新设律师事务所',
        creditCode,
        licenceNo: creditCode,
        orgForm: 'SOLE',
        partyOrg: 'NONE',
      }
      return Promise.resolve({ input: { fields } })
    },
    foreign: 'OWN',
  },
  {
    field: 'Mutation.updateFirm',
    act: 'firm:write',
    document: `mutation ($input: UpdateFirmInput!) { updateFirm(input: $input) ${refusable} }`,
    variables: ({ firm }) =>
      Promise.resolve({
        input: { id: globalId('Firm', firm.id), expectedVersion: firm.version, fields: { address: '新地址' } },
      }),
  },
  {
    field: 'Mutation.changeFirmStatus',
    act: 'firm:create',
    document: `mutation ($input: ChangeFirmStatusInput!) { changeFirmStatus(input: $input) ${refusable} }`,
    variables: ({ firm }) =>
      Promise.resolve({
        input: {
          id: globalId('Firm', firm.id),
          expectedVersion: firm.version,
          to: 'SUSPENDED',
          reason: '停业整顿三个月',
        },
      }),
  },
  {
    field: 'Mutation.recordInspection',
    act: 'firm:create',
    document: `mutation ($input: RecordInspectionInput!) { recordInspection(input: $input) ${refusable} }`,
    variables: ({ firm }) =>
      Promise.resolve({ input: { firmId: globalId('Firm', firm.id), year: 2020, result: 'PASSED' } }),
  },
]
