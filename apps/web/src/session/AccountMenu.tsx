import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'

import { paths } from '../paths.ts'
import { usePhone } from '../ui/usePhone.ts'
import { signOut } from './signOut.ts'
import type { Viewer } from './viewer.ts'

/** One's own account: password, signed-in devices, the way out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const navigate = useNavigate()
  const phone = usePhone()
  const { displayName } = viewer.account
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items: [
          { key: 'me', label: '我的账号', onClick: () => navigate(paths.me()) },
          { key: 'password', label: '修改密码', onClick: () => navigate(paths.password()) },
          { key: 'sessions', label: '我的登录设备', onClick: () => navigate(paths.sessions()) },
          { type: 'divider' },
          { key: 'out', label: '退出登录', onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-haspopup="menu" aria-label={`账号：${displayName}`}>
        {!phone && (
          <>
            {displayName} <DownOutlined aria-hidden="true" />
          </>
        )}
      </Button>
    </Dropdown>
  )
}
