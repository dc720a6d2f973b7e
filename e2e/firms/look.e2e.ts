import { lookOverArea } from '../harness/area.ts'

lookOverArea('firms', {
  examples: {
    firm: '{ firms(first: 1) { edges { node { own: id } } } }',
    admin: `{ pairings(first: 1, filter: { status: [ACTIVE] }) {
      edges { node { practitioner { firm { firm: id } } } } } }`,
  },
  pages: {
    firms: ['admin', '/firms'],
    newFirm: ['admin', '/firms/new'],
    firm: ['firm', '/firms/{own}'],
    editFirm: ['firm', '/firms/{own}/edit'],
  },
  dialogs: {
    'firms/FirmMoveButtons': { who: 'admin', path: '/firms/{firm}', openers: ['停业整顿', '注销'] },
    'firms/InspectDialog': { who: 'admin', path: '/firms/{firm}', openers: ['登记检查', /^更正 \d{4} 年度检查考核$/] },
  },
})
