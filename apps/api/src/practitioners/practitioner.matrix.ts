import { randomInt } from 'node:crypto'
import { makeLawyerLicence } from '@sitai/rules/licenceNo'
import { day, fromToday, given, globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'
import { write } from '../acts/write.ts'

const refusable = '{ __typename ... on Refusal { code message } }'
const clerk = { system: '测试', requestId: 'test' }
const person = ({ practitioner }: { practitioner: { id: string; version: number } }) => ({
  id: globalId('Practitioner', practitioner.id),
  expectedVersion: practitioner.version,
})

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.practitioner',
    act: 'practitioner:read',
    document: 'query ($id: ID!) { practitioner(id: $id) { name } }',
    variables: (world) => Promise.resolve({ id: globalId('Practitioner', world.practitioner.id) }),
  },
  {
    field: 'Query.practitioners',
    act: 'practitioner:read',
    document: 'query ($search: String) { practitioners(search: $search) { totalCount edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.practitioner.licenceNo }),
  },
  {
    field: 'Mutation.createPractitioner',
    act: 'practitioner:create',
    document: `mutation ($input: CreatePractitionerInput!) { createPractitioner(input: $input) ${refusable} }`,
    variables: (world) => {
      const licenceNo = makeLawyerLicence('3302', 2015, 'FULL_TIME', 'FEMALE', randomInt(1_000_000))
      const fields = { kind: 'FULL_TIME', name: '新来者', licenceNo, politicalStatus: 'MASSES' }
      return Promise.resolve({ input: { firmId: globalId('Firm', world.firm.id), fields } })
    },
  },
  {
    field: 'Mutation.updatePractitioner',
    act: 'practitioner:write',
    document: `mutation ($input: UpdatePractitionerInput!) { updatePractitioner(input: $input) ${refusable} }`,
    variables: (world) => Promise.resolve({ input: { ...person(world), fields: { languages: ['普通话', '宁波话'] } } }),
  },
  {
    field: 'Mutation.changePractitionerStatus',
    act: 'practitioner:create',
    document: `mutation ($input: ChangePractitionerStatusInput!) { changePractitionerStatus(input: $input) ${refusable} }`,
    variables: (world) => Promise.resolve({ input: { ...person(world), to: 'SUSPENDED', reason: '本人申请停止执业' } }),
  },
  {
    field: 'Mutation.transferPractitioner',
    act: 'practitioner:create',
    document: `mutation ($input: TransferPractitionerInput!) { transferPractitioner(input: $input) ${refusable} }`,
    variables: async (world) => {
      const other = await given.firm(world.bureau)
      return { input: { ...person(world), firmId: globalId('Firm', other.id), on: fromToday(0), reason: '转所' } }
    },
  },
  {
    field: 'Mutation.recordAssessment',
    act: 'practitioner:create',
    document: `mutation ($input: RecordAssessmentInput!) { recordAssessment(input: $input) ${refusable} }`,
    variables: (world) =>
      Promise.resolve({ input: { practitionerId: person(world).id, year: 2020, result: 'COMPETENT' } }),
  },
  {
    field: 'Mutation.recordAssessments',
    act: 'practitioner:create',
    document: `mutation ($input: RecordAssessmentsInput!) { recordAssessments(input: $input) ${refusable} }`,
    variables: (world) =>
      Promise.resolve({ input: { practitionerIds: [person(world).id], year: 2020, result: 'COMPETENT' } }),
  },
  {
    field: 'Mutation.addSanction',
    act: 'practitioner:create',
    document: `mutation ($input: AddSanctionInput!) { addSanction(input: $input) ${refusable} }`,
    variables: (world) =>
      Promise.resolve({
        input: {
          practitionerId: person(world).id,
          kind: 'CIRCULAR',
          validFrom: '2026-01-01',
          blocksPairing: false,
          reason: '未按期参加培训',
        },
      }),
  },
  {
    field: 'Mutation.liftSanction',
    act: 'practitioner:create',
    document: `mutation ($input: LiftSanctionInput!) { liftSanction(input: $input) ${refusable} }`,
    variables: async (world) => {
      const data = {
        practitionerId: world.practitioner.id,
        kind: 'CIRCULAR' as const,
        validFrom: day('2026-01-01'),
        reason: '未按期参加培训',
      }
      const { id } = await write(clerk, 'given', (tx) => tx.sanction.create({ data }))
      return { input: { id: globalId('Sanction', id), on: '2026-06-01', reason: '已完成整改' } }
    },
  },
]
