import { beforeAll, describe, expect, test } from '@jest/globals'
import { type DocumentNode, Kind, parse } from 'graphql'
import { schema } from '../../schema.ts'
import { operations, queryCall } from '../../test/operations.ts'
import { type Populated, populated } from '../../test/populated.ts'
import { answerCompiled } from './execution.ts'

const queries = operations().filter(({ isMutation }) => !isMutation)

function operationOf({ definitions }: DocumentNode) {
  const operation = definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('A trusted document holds an operation.')
  return operation
}

// That both ways answer the same is seen in every test of the API: `ask` asks twice.
describe('网页发出的查询都由编译的执行器作答', () => {
  let world: Populated
  beforeAll(async () => {
    world = await populated(3)
  }, 60_000)

  test.each(queries.map((it) => [it.name, it] as const))('%s', async (_name, query) => {
    const { viewer, variables } = queryCall(query, world)
    const document = parse(query.text)
    const context = { viewer, requestId: 'test', ip: null, userAgent: null, setSession: () => {} }
    expect(await answerCompiled(schema, document, operationOf(document), context, variables)).not.toBeNull()
  })
})
