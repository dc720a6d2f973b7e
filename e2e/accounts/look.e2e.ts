import { lookOverArea } from '../harness/area.ts'

lookOverArea('accounts', {
  examples: { sysadmin: '{ accounts(first: 1) { edges { node { account: id } } } }' },
  pages: {
    accounts: ['sysadmin', '/accounts'],
    newAccount: ['sysadmin', '/accounts/new'],
    batchAccounts: ['sysadmin', '/accounts/batch'],
    liveSessions: ['sysadmin', '/accounts/sessions'],
    account: ['sysadmin', '/accounts/{account}'],
  },
  dialogs: {
    'accounts/AccountActs': {
      who: 'sysadmin',
      path: '/accounts/{account}',
      openers: ['重置密码', '停用账号', '修改'],
    },
    'accounts/AccountGrants': { who: 'sysadmin', path: '/accounts/{account}', openers: ['增加授权', '终止'] },
    'accounts/LiveSessionsPage': {
      who: 'sysadmin',
      path: '/accounts/sessions',
      openers: ['强制下线'],
      first: async (page, bureau) => {
        await bureau.signInElsewhere('lawyer')
        await page.reload()
      },
    },
  },
})
