import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'

import styles from './GrantMenu.module.css'
import { grantLabel, useSwitchGrant } from './switchGrant.ts'
import type { Viewer } from './viewer.ts'

/** The role one acts in, and the switch to another for those who hold several. */
export function GrantMenu({ viewer }: { viewer: Viewer }) {
  const { choose, busy, refusal } = useSwitchGrant()
  const now = grantLabel(viewer.grant)
  if (viewer.grants.length < 2) return <span className={styles['grant']}>{now}</span>
  return (
    <>
      {refusal && (
        <span role="alert" className={styles['refusal']}>
          {refusal}
        </span>
      )}
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          selectable: true,
          selectedKeys: [viewer.grant.id],
          items: viewer.grants.map((grant) => ({ key: grant.id, label: grantLabel(grant) })),
          onClick: ({ key }) => void choose(key),
        }}
      >
        <Button type="text" loading={busy} aria-haspopup="menu" aria-label={`当前身份：${now}，切换身份`}>
          {now} <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
    </>
  )
}
