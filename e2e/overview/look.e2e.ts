import { lookOverArea } from '../harness/area.ts'

lookOverArea('overview', {
  pages: { overview: ['leader', '/overview'] },
  dialogs: {
    'overview/FactsDrawer': { who: 'leader', path: '/overview?period={lastMonth}', openers: [/^法治讲座 /] },
  },
  // No dialogs but words at a button.
  toldElsewhere: ['overview/FigureCard'],
})
