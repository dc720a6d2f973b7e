import { lookOverArea } from '../harness/area.ts'

lookOverArea('settings', {
  pages: { settings: ['admin', '/settings'] },
  dialogs: {
    'settings/SettingDrawer': { who: 'sysadmin', path: '/settings', openers: [/^(?:修改|查看)/] },
    'settings/SettingsPage': { who: 'admin', path: '/settings', openers: [/的变更历史$/] },
  },
})
