import { existsSync } from 'node:fs'

import { expect, test } from '@jest/globals'

import { areasOfWeb, lookOverArea } from '../harness/area.ts'

test('每个有页面或对话框的文件夹都有人看', () => {
  const isLookedAt = (area: string) => existsSync(new URL(`../${area}/look.e2e.ts`, import.meta.url))
  expect(areasOfWeb().filter((it) => !isLookedAt(it))).toEqual([])
})

lookOverArea('shell', {
  pages: { home: ['sysadmin', '/'] },
  dialogs: {
    'shell/PhoneMenuDrawer': { who: 'leader', path: '/me', openers: ['打开导航'], only: 375 },
    useLeaveGuard: {
      who: 'admin',
      path: '/communities/new',
      openers: ['社区'],
      first: (page) => page.getByLabel('社区名称').fill('没有保存的社区'),
    },
  },
  // Kinds of dialog that others fill.
  toldElsewhere: ['ActButton', 'ActDialog'],
})
