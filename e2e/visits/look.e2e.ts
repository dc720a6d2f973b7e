import { lookOverArea } from '../harness/area.ts'

lookOverArea('visits', {
  examples: {
    lawyer: `{ pairings(first: 1, filter: { status: [ACTIVE] }) { edges { node { community { community: code } } } }
      visits(first: 1) { edges { node { visit: id } } } }`,
    admin: '{ visits(first: 1, filter: { status: [COMPLETED] }) { edges { node { completed: id } } } }',
    firm: `{ ahead: visits(first: 1, filter: { status: [PLANNED] }) { edges { node { planned: id } } }
      gone: visits(first: 1, filter: { status: [MISSED] }) { edges { node { missed: id } } } }`,
  },
  pages: {
    today: ['lawyer', '/today'],
    checkIn: ['lawyer', '/check-in/{community}/mark'],
    checkInCode: ['admin', '/check-in-codes/{community}'],
    visits: ['lawyer', '/visits'],
    visit: ['lawyer', '/visits/{visit}'],
  },
  dialogs: {
    'visits/VisitActs': { who: 'admin', path: '/visits/{completed}', openers: ['作废', '社区有异议', '代社区确认'] },
    'visits/RescheduleDrawer': { who: 'firm', path: '/visits/{planned}', openers: ['取消', '改期'] },
    'visits/PlanVisitDrawer': { who: 'firm', path: '/visits/{missed}', openers: ['安排补到'] },
  },
  toldElsewhere: ['visits/AttendanceButtons'],
})
