import { lookOverArea } from '../harness/area.ts'

lookOverArea('sheets', {
  dialogs: {
    'sheets/ExportButton': {
      who: 'admin',
      path: '/firms',
      openers: ['导出'],
      first: (page) =>
        page.route('**/api/sheets/**', (route) =>
          route.fulfill({ status: 422, json: { message: '太多了，先筛选。' } }),
        ),
    },
  },
})
