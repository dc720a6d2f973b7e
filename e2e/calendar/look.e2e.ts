import { lookOverArea } from '../harness/area.ts'

lookOverArea('calendar', {
  pages: { calendarFeed: ['lawyer', '/me/calendar'] },
  dialogs: {
    'calendar/CalendarFeedPage': {
      who: 'lawyer',
      path: '/me/calendar',
      openers: ['更换地址', '停用'],
      first: (page) => page.getByRole('button', { name: '开通' }).click(),
    },
  },
})
