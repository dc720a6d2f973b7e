import { builder } from '../builder.ts'

builder.prismaObject('Bureau', {
  description: '司法局',
  fields: (t) => ({
    divisionCode: t.exposeString('divisionCode'),
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    isDemo: t.exposeBoolean('isDemo'),
  }),
})
