import { globalId } from '../test/given.ts'
import { aKey, givenServiceLog, logFields, pairingIn } from '../test/givenVisits.ts'
import type { MatrixRow } from '../test/matrix.ts'

const answer = '{ __typename ... on Refusal { code } }'
const idOf = ({ id }: { id: string }) => globalId('ServiceLog', id)

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.serviceLogs',
    act: 'serviceLog:read',
    document: 'query ($code: String!) { serviceLogs(filter: { communityCode: $code }) { edges { node { id } } } }',
    variables: async (world) => ({ code: (await givenServiceLog(await pairingIn(world))).communityCode }),
  },
  {
    field: 'Query.serviceLog',
    act: 'serviceLog:read',
    document: 'query ($id: ID!) { serviceLog(id: $id) { id } }',
    variables: async (world) => ({ id: idOf(await givenServiceLog(await pairingIn(world))) }),
  },
  {
    field: 'Mutation.logService',
    act: 'serviceLog:write',
    document: `mutation ($input: LogServiceInput!) { logService(input: $input) ${answer} }`,
    variables: async (world) => ({ input: { idempotencyKey: aKey(), log: logFields(await pairingIn(world)) } }),
  },
  {
    field: 'Mutation.saveServiceLog',
    act: 'serviceLog:write',
    document: `mutation ($input: SaveServiceLogInput!) { saveServiceLog(input: $input) ${answer} }`,
    variables: async (world) => {
      const pairing = await pairingIn(world)
      const log = await givenServiceLog(pairing, { status: 'DRAFT' })
      return { input: { id: idOf(log), expectedVersion: log.version, log: logFields(pairing) } }
    },
  },
  {
    field: 'Mutation.submitServiceLog',
    act: 'serviceLog:write',
    document: `mutation ($input: WhichInput!) { submitServiceLog(input: $input) ${answer} }`,
    variables: async (world) => {
      const log = await givenServiceLog(await pairingIn(world), { status: 'DRAFT' })
      return { input: { id: idOf(log), expectedVersion: log.version } }
    },
  },
  {
    field: 'Mutation.confirmServiceLogs',
    act: 'serviceLog:review',
    document: `mutation ($input: ConfirmServiceLogsInput!) { confirmServiceLogs(input: $input) ${answer} }`,
    variables: async (world) => ({ input: { ids: [idOf(await givenServiceLog(await pairingIn(world)))] } }),
  },
  {
    field: 'Mutation.returnServiceLogs',
    act: 'serviceLog:review',
    document: `mutation ($input: ServiceLogsReasonInput!) { returnServiceLogs(input: $input) ${answer} }`,
    variables: async (world) => ({
      input: { ids: [idOf(await givenServiceLog(await pairingIn(world)))], reason: '请补充处理结果' },
    }),
  },
  {
    field: 'Mutation.voidServiceLogs',
    act: 'serviceLog:void',
    document: `mutation ($input: ServiceLogsReasonInput!) { voidServiceLogs(input: $input) ${answer} }`,
    variables: async (world, role) => {
      const status = role === 'LAWYER' ? 'RETURNED' : 'SUBMITTED'
      const log = await givenServiceLog(await pairingIn(world), {
        status,
        ...(status === 'RETURNED' ? { returnReason: '重复' } : {}),
      })
      return { input: { ids: [idOf(log)], reason: '重复填写' } }
    },
  },
]
