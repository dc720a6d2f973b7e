import { NavLink } from 'react-router'

import type { Entry } from '../navigation.ts'
import { cx } from '../ui/cx.ts'
import styles from './BottomTabs.module.css'

/** The navigation of a phone, within the thumb's reach. */
export function BottomTabs({ tabs }: { tabs: readonly Entry[] }) {
  return (
    <nav className={styles['tabs']} aria-label="常用">
      {tabs.map(({ path, label, icon: Icon }) => (
        <NavLink key={path} to={path} className={cx(styles['tab'])}>
          <span aria-hidden="true" className={styles['icon']}>
            <Icon />
          </span>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
