import { lookOverArea } from '../harness/area.ts'

lookOverArea('duties', {
  pages: { duties: ['firm', '/duties'] },
  furtherPages: { 月历: ['firm', '/duties?look=calendar'] },
  dialogs: {
    'duties/PlanMonthDrawer': { who: 'firm', path: '/duties', openers: ['一次排好'] },
    'duties/RemindDrawer': { who: 'firm', path: '/duties?month={lastMonth}', openers: ['催办'] },
  },
})
