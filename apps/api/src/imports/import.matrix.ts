import { randomUUID } from 'node:crypto'
import { globalId } from '../test/given.ts'
import type { World } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'
import { write } from '../acts/write.ts'

/** A batch of this world that stands at some step. */
async function batch({ admin, divisionCode }: World, status: 'CHECKED' | 'COMMITTED'): Promise<string> {
  const { id } = await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
    const { accountId } = admin
    const file = await tx.storedFile.create({
      data: {
        hash: randomUUID().replaceAll('-', '').repeat(2),
        name: '机构.xlsx',
        mime: 'x',
        size: 1,
        accountId,
        divisionCode,
      },
    })
    return tx.importBatch.create({
      data: {
        kind: 'FIRMS',
        status,
        divisionCode,
        accountId,
        fileId: file.id,
        fileName: '机构.xlsx',
        newRows: 1,
        totalRows: 1,
      },
    })
  })
  return id
}

const act = (mutation: string, input: string) =>
  `mutation ($id: ID!) { ${mutation}(input: { id: $id${input} }) { __typename ... on Refusal { code } ... on ImportBatch { status } } }`

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.importBatch',
    act: 'import:write',
    document: 'query ($id: ID!) { importBatch(id: $id) { status } }',
    variables: async (world) => ({ id: globalId('ImportBatch', await batch(world, 'CHECKED')) }),
  },
  {
    field: 'Query.importBatches',
    act: 'import:write',
    document: 'query { importBatches { totalCount edges { node { id } } } }',
    variables: async (world) => {
      await batch(world, 'CHECKED')
      return {}
    },
    foreign: 'OWN',
  },
  {
    field: 'Mutation.commitImport',
    act: 'import:write',
    document: act('commitImport', ', mode: SKIP_BAD'),
    variables: async (world) => ({ id: globalId('ImportBatch', await batch(world, 'CHECKED')) }),
  },
  {
    field: 'Mutation.undoImport',
    act: 'import:write',
    document: act('undoImport', ''),
    variables: async (world) => ({ id: globalId('ImportBatch', await batch(world, 'COMMITTED')) }),
  },
]
