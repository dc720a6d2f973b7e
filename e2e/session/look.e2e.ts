import { lookOverArea } from '../harness/area.ts'

lookOverArea('session', {
  pages: {
    signIn: [null, '/sign-in'],
    me: ['lawyer', '/me'],
    password: ['lawyer', '/me/password'],
    sessions: ['admin', '/me/sessions'],
  },
  dialogs: {
    'session/SessionsPage': {
      who: 'admin',
      path: '/me/sessions',
      openers: ['其他设备全部下线', '下线'],
      first: async (page, bureau) => {
        await bureau.signInElsewhere('admin')
        await page.reload()
      },
    },
  },
  toldElsewhere: ['firstPassword'],
})
