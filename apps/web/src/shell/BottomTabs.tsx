import { NavLink } from 'react-router'

import type { tabsFor } from '../navigation.ts'
import { cx } from '../ui/cx.ts'
import styles from './BottomTabs.module.css'

/** The navigation of a phone, within the thumb's reach. */
export function BottomTabs({ tabs }: { tabs: ReturnType<typeof tabsFor> }) {
  return (
    <nav className={styles['tabs']} aria-label="常用">
      {tabs.map(({ path, label, tab: Icon }) => (
        <NavLink key={path} to={path} className={cx(styles['tab'])}>
          <span aria-hidden="true" className={styles['icon']}>
            {Icon && <Icon />}
          </span>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
