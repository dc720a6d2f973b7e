import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import ValidationPlugin from '@pothos/plugin-validation'
import { GraphQLError } from 'graphql'
import { DateTimeResolver } from 'graphql-scalars'
import { getDatamodel, type default as PrismaTypes } from '@sitai/db/pothos'
import { may, type Act } from '../access/acts.ts'
import { config } from '../config.ts'
import type { Context } from './context.ts'
import { db } from '../data/db.ts'
import { mostNodes, refuseIds } from './node.ts'
import { Refusal } from '../acts/refusal.ts'
import { DateScalar } from './scalars.ts'

interface Types {
  Context: Context
  PrismaTypes: PrismaTypes
  AuthScopes: { may: Act }
  DefaultFieldNullability: false
  Scalars: {
    /** A calendar day, as a Date at midnight UTC: what Prisma gives and takes for a date column. */
    Date: { Input: Date; Output: Date }
    DateTime: { Input: Date; Output: Date }
  }
}

/** The types of the schema as the builder takes them, for helpers that build with it. */
export type BuilderTypes = PothosSchemaTypes.ExtendDefaultTypes<Types>

export const builder = new SchemaBuilder<Types>({
  defaultFieldNullability: false,
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin, ValidationPlugin, ComplexityPlugin],
  prisma: {
    client: db,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
    onUnusedQuery: config.NODE_ENV === 'test' ? 'error' : null,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    // Each type says who loads it (node.ts).
    nodeQueryOptions: {
      description: '按编号取；看不到的为空',
      authScopes: { may: 'self' },
      resolve: (_root, { id }, _context, { schema }, resolveNode) => {
        refuseIds([id], schema)
        return resolveNode(id)
      },
    },
    nodesQueryOptions: {
      description: `按编号取，至多 ${mostNodes} 条；看不到的为空`,
      authScopes: { may: 'self' },
      resolve: (_root, { ids }, _context, { schema }, resolveNodes) => {
        refuseIds(ids, schema)
        return resolveNodes(ids)
      },
    },
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ viewer }) => ({ may: (act) => may(viewer, act) }),
    unauthorizedError: (_parent, { viewer }) => unauthorized(viewer?.mustChangePassword ?? null),
  },
  errors: {
    defaultTypes: [Refusal],
    directResult: true,
    defaultUnionOptions: { name: ({ fieldName }) => `${fieldName[0]?.toUpperCase()}${fieldName.slice(1)}Result` },
  },
  validation: {
    validationError: ({ issues }) => {
      const issue = issues[0]
      const path = (issue?.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
      return new Refusal(
        'INVALID',
        issue?.message ?? '输入有误。',
        path.filter((step) => step !== 'input'),
      )
    },
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    limit: { complexity: 20_000, depth: 14, breadth: 400 },
  },
})

function unauthorized(mustChangePassword: boolean | null): GraphQLError {
  if (mustChangePassword === null) {
    return new GraphQLError('请先登录。', { extensions: { code: 'UNAUTHENTICATED' } })
  }
  return new GraphQLError(mustChangePassword ? '请先修改初始密码。' : '您的角色不能办这件事。', {
    extensions: { code: 'FORBIDDEN' },
  })
}

builder.addScalarType('Date', DateScalar)
builder.addScalarType('DateTime', DateTimeResolver)
builder.queryType({ description: '查询' })
builder.mutationType({ description: '办理' })

builder.objectType(Refusal, {
  name: 'Refusal',
  description: '不予办理及其原因；message 是中文，可直接显示。',
  fields: (t) => ({
    code: t.exposeString('code', { description: '原因代码，供程序判断' }),
    message: t.exposeString('message', { description: '原因，中文' }),
    path: t.stringList({
      description: '所指的输入项；空为不指哪一项',
      resolve: ({ inputPath }) => [...(inputPath ?? [])],
    }),
  }),
})
