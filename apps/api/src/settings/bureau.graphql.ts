import { builder } from '../graphql/builder.ts'
import { db } from '../data/db.ts'

builder.prismaObject('Bureau', {
  description: '司法局',
  fields: (t) => ({
    divisionCode: t.exposeString('divisionCode'),
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    isDemo: t.exposeBoolean('isDemo'),
  }),
})

const Installation = builder.objectRef<{ placeName: string; isDemo: boolean }>('Installation').implement({
  description: '登录前可见的：这是谁的系统',
  fields: (t) => ({
    placeName: t.exposeString('placeName', { description: '登录页上的局名' }),
    isDemo: t.exposeBoolean('isDemo', { description: '数据为虚构的演示数据' }),
  }),
})

builder.queryField('installation', (t) =>
  t.field({
    type: Installation,
    description: '这是谁的系统',
    // The bureau highest up: a city's installation serves its districts.
    resolve: async () => {
      const bureau = await db.bureau.findFirst({ orderBy: { divisionCode: 'asc' } })
      return { placeName: bureau?.shortName ?? '司法局', isDemo: bureau?.isDemo ?? false }
    },
  }),
)
