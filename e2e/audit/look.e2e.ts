import { lookOverArea } from '../harness/area.ts'

lookOverArea('audit', {
  examples: { admin: '{ practitioners(first: 1) { edges { node { practitioner: id } } } }' },
  pages: { audit: ['admin', '/audit'], signIns: ['admin', '/logins'] },
  dialogs: {
    'audit/AuditDetail': {
      who: 'admin',
      path: '/audit',
      openers: [/^查看/],
      // A look at a number, which the operation log then holds.
      first: async (page, bureau, examples) => {
        await bureau.ask(
          'admin',
          `mutation { revealSensitive(input: { id: "${examples['practitioner']}", field: PHONE, reason: "核对联系方式" }) {
             __typename } }`,
        )
        await page.reload()
      },
    },
  },
})
