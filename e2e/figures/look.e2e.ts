import { lookOverArea } from '../harness/area.ts'

lookOverArea('figures', {
  pages: { areaFigures: ['leader', '/figures/register'] },
  dialogs: {
    'figures/AreaFactsDrawer': { who: 'leader', path: '/figures/register', openers: [/^在所执业人员 /] },
  },
})
