import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { useNavigate } from 'react-router'

import { paths } from '../paths.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { signOut } from './signOut.ts'
import type { Viewer } from './viewer.ts'

const items = [
  { key: paths.me(), label: '我的账号' },
  { key: paths.password(), label: '修改密码' },
  { key: paths.sessions(), label: '我的登录设备' },
  { key: 'out', label: '退出登录', apart: true },
]

/** One's own account: password, signed-in devices, the way out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const navigate = useNavigate()
  const phone = usePhone()
  const { displayName } = viewer.account
  return (
    <MenuButton
      type="text"
      icon={<UserOutlined aria-hidden="true" />}
      aria-label={`账号：${displayName}`}
      items={items}
      onChoose={(key) => void (key === 'out' ? signOut() : navigate(key))}
    >
      {!phone && (
        <>
          {displayName} <DownOutlined aria-hidden="true" />
        </>
      )}
    </MenuButton>
  )
}
