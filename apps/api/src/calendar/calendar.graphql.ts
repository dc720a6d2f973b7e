import { act } from '../acts/act.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { createCalendarFeed, revokeCalendarFeed } from './calendar.ts'

const CalendarFeed = builder.objectRef<{ isOn: boolean; address: string | null }>('CalendarFeed').implement({
  description: '日历订阅：一个秘密地址，知道的人都能看，请勿外传',
  fields: (t) => ({
    isOn: t.exposeBoolean('isOn', { description: '已开通' }),
    address: t.exposeString('address', { nullable: true, description: '地址；只在开通或更换时显示这一次' }),
  }),
})

builder.queryField('calendarFeed', (t) =>
  t.field({
    type: CalendarFeed,
    authScopes: { may: 'calendar:write' },
    description: '我的日历订阅',
    resolve: async (_root, _args, context) => {
      const where = { id: viewerOf(context).accountId, calendarTokenHash: { not: null } }
      return { isOn: (await db.account.count({ where })) > 0, address: null }
    },
  }),
)

act('createCalendarFeed', {
  type: CalendarFeed,
  description: '开通日历订阅，或更换地址；旧地址随即失效',
  may: 'calendar:write',
  run: async (viewer) => ({ isOn: true, address: await createCalendarFeed(viewer) }),
})

act('revokeCalendarFeed', {
  type: CalendarFeed,
  description: '停用日历订阅',
  may: 'calendar:write',
  run: async (viewer) => {
    await revokeCalendarFeed(viewer)
    return { isOn: false, address: null }
  },
})
