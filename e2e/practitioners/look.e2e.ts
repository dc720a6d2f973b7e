import { lookOverArea } from '../harness/area.ts'
import { chooseRow } from '../harness/steps.ts'

lookOverArea('practitioners', {
  examples: {
    admin: `{ pairings(first: 1, filter: { status: [ACTIVE] }) {
      edges { node { practitioner { practitioner: id } } } } }`,
  },
  pages: {
    practitioners: ['firm', '/practitioners'],
    newPractitioner: ['firm', '/practitioners/new'],
    practitioner: ['admin', '/practitioners/{practitioner}'],
    editPractitioner: ['admin', '/practitioners/{practitioner}/edit'],
  },
  dialogs: {
    'practitioners/TransferDialog': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['转所'] },
    'practitioners/MoveButtons': {
      who: 'admin',
      path: '/practitioners/{practitioner}',
      openers: ['停止执业', '注销'],
    },
    'practitioners/AssessDialog': {
      who: 'admin',
      path: '/practitioners/{practitioner}',
      openers: ['登记考核', /^更正 \d{4} 年度考核$/],
    },
    'practitioners/SanctionDialogs': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['登记惩戒'] },
    'practitioners/BatchAssess': {
      who: 'admin',
      path: '/practitioners',
      openers: ['登记年度考核'],
      first: chooseRow,
      only: 1440,
    },
  },
})
