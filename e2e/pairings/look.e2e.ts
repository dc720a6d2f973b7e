import { lookOverArea } from '../harness/area.ts'

lookOverArea('pairings', {
  examples: {
    admin: `{ active: pairings(first: 1, filter: { status: [ACTIVE] }) { edges { node { pairing: id } } }
      early: pairings(first: 1, filter: { status: [PROPOSED] }) { edges { node { proposed: id } } }
      pairingDesk(first: 1) { nodes { community { free: code } } } }`,
  },
  pages: {
    pairings: ['admin', '/pairings'],
    pairingDesk: ['admin', '/pairing-desk'],
    pairingPreview: ['admin', '/pairing-desk/preview?code={free}'],
    pairing: ['admin', '/pairings/{pairing}'],
  },
  dialogs: {
    'pairings/RenewDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['续聘'] },
    'pairings/ReplaceDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['更换顾问'] },
    'pairings/PauseDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['暂停'] },
    'pairings/GradeDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['登记考核'] },
    'pairings/TerminateDialog': { who: 'admin', path: '/pairings/{pairing}', openers: ['解聘'] },
    'pairings/PairingActs': { who: 'admin', path: '/pairings/{proposed}', openers: ['确认', '不予通过'] },
  },
  toldElsewhere: ['pairings/PreviewPage', 'pairings/UndoButton', 'pairings/PairDialog'],
})
