import { Link } from 'react-router'

import type { Group } from '../navigation.ts'
import { paths } from '../paths.ts'
import { AccountMenu } from '../session/AccountMenu.tsx'
import { GrantMenu } from '../session/GrantMenu.tsx'
import type { Viewer } from '../session/viewer.ts'
import { DemoMark } from '../ui/DemoMark.tsx'
import { Mark } from '../ui/Mark.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { tabsFor } from '../navigation.ts'
import { PhoneMenu } from './PhoneMenu.tsx'
import styles from './TopBar.module.css'

interface TopBarProps {
  viewer: Viewer
  isDemo: boolean
  groups: readonly Group[]
}

/** Whose house this is, and who one is in it. */
export function TopBar({ viewer, isDemo, groups }: TopBarProps) {
  const phone = usePhone()
  const tabbed = phone && tabsFor(viewer.acts).length > 0
  return (
    <header className={styles['bar']}>
      {phone && <PhoneMenu groups={groups} />}
      <Link to={paths.home()} className={styles['house']}>
        {!phone && <Mark size={28} />}
        <span className={styles['place']}>{viewer.bureau?.shortName ?? viewer.grant.placeName}</span>
        {!phone && <span className={styles['name']}>公共法律服务平台</span>}
      </Link>
      {isDemo && <DemoMark />}
      <div className={styles['who']}>
        {!phone && <GrantMenu viewer={viewer} />}
        {!tabbed && <AccountMenu viewer={viewer} />}
      </div>
    </header>
  )
}
