import { lookOverArea } from '../harness/area.ts'
import { chooseRow } from '../harness/steps.ts'

lookOverArea('serviceLogs', {
  examples: {
    admin: '{ serviceLogs(first: 1, filter: { status: [SUBMITTED] }) { edges { node { log: id } } } }',
    lawyer: '{ serviceLogs(first: 1, filter: { status: [SUBMITTED, RETURNED] }) { edges { node { own: id } } } }',
  },
  pages: {
    serviceLogs: ['admin', '/service-logs'],
    logService: ['lawyer', '/service-logs/new'],
    serviceLog: ['admin', '/service-logs/{log}'],
    editServiceLog: ['lawyer', '/service-logs/{own}/edit'],
  },
  furtherPages: { 顾问的日志: ['lawyer', '/service-logs'] },
  dialogs: {
    'serviceLogs/ServiceLogActs': { who: 'admin', path: '/service-logs/{log}', openers: ['作废', '退回', '确认'] },
    'serviceLogs/ReviewLogs': {
      who: 'admin',
      path: '/service-logs?state=SUBMITTED',
      openers: ['退回', '作废', '确认'],
      first: chooseRow,
      only: 1440,
    },
    'serviceLogs/DiscardButton': {
      who: 'lawyer',
      path: '/service-logs/new',
      openers: ['不记了'],
      first: (page) => page.getByRole('button', { name: '服务人次加一' }).click(),
    },
  },
})
