import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import type { Area } from '../navigation.ts'
import { paths } from '../paths.ts'
import { useSearchKey } from '../search/useSearchKey.ts'
import { AccountMenu } from '../session/AccountMenu.tsx'
import { GrantMenu } from '../session/GrantMenu.tsx'
import type { Viewer } from '../session/viewer.ts'
import { cx } from '../ui/cx.ts'
import { DemoMark } from '../ui/DemoMark.tsx'
import { Mark } from '../ui/Mark.tsx'
import { usePhone } from '../ui/usePhone.ts'
import { whenOpen } from '../ui/whenOpen.tsx'
import { tabsFor } from '../navigation.ts'
import { PhoneMenu } from './PhoneMenu.tsx'
import styles from './TopBar.module.css'

const SearchDialog = whenOpen(() => import('../search/SearchDialog.tsx').then((it) => it.SearchDialog))

const isMac = navigator.userAgent.includes('Mac OS')

interface TopBarProps {
  viewer: Viewer
  isDemo: boolean
  areas: readonly Area[]
}

/** Whose house this is, and who one is in it. */
export function TopBar({ viewer, isDemo, areas }: TopBarProps) {
  const phone = usePhone()
  const [searching, setSearching] = useState(false)
  const search = () => setSearching(true)
  useSearchKey(search)
  const tabbed = phone && tabsFor(viewer.acts).length > 0
  return (
    <header className={styles['bar']}>
      {phone && <PhoneMenu areas={areas} onSearch={search} />}
      <Link to={paths.home()} className={styles['house']}>
        {!phone && <Mark size={28} />}
        <span className={styles['place']}>{viewer.bureau?.shortName ?? viewer.grant.placeName}</span>
        {!phone && <span className={styles['name']}>公共法律服务平台</span>}
      </Link>
      {isDemo && <DemoMark />}
      <div className={styles['who']}>
        {!phone && (
          <Button
            className={cx(styles['search'])}
            icon={<SearchOutlined aria-hidden="true" />}
            aria-keyshortcuts="Control+K Meta+K"
            onClick={search}
          >
            查找 <kbd className={styles['key']}>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
          </Button>
        )}
        {!phone && <GrantMenu viewer={viewer} />}
        {!tabbed && <AccountMenu viewer={viewer} />}
      </div>
      <SearchDialog open={searching} onClose={() => setSearching(false)} />
    </header>
  )
}
