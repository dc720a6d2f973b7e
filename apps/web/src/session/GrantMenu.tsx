import { DownOutlined } from '@ant-design/icons'

import { MenuButton } from '../ui/MenuButton.tsx'
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
      <MenuButton
        type="text"
        loading={busy}
        aria-label={`当前身份：${now}，切换身份`}
        items={viewer.grants.map((grant) => ({
          key: grant.id,
          label: grantLabel(grant),
          current: grant.id === viewer.grant.id,
        }))}
        onChoose={(key) => void choose(key)}
      >
        {now} <DownOutlined aria-hidden="true" />
      </MenuButton>
    </>
  )
}
