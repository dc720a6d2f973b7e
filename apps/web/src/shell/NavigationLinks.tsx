import { useId } from 'react'
import { NavLink } from 'react-router'

import type { Group } from '../navigation.ts'
import { cx } from '../ui/cx.ts'
import styles from './NavigationLinks.module.css'

interface NavigationLinksProps {
  groups: readonly Group[]
  onFollow?: () => void
}

/** The links of the navigation under the names of their groups. */
export function NavigationLinks({ groups, onFollow }: NavigationLinksProps) {
  const id = useId()
  return groups.map(({ label, entries }) => (
    <div key={label} className={styles['group']}>
      <p id={id + label} className={styles['label']}>
        {label}
      </p>
      <ul aria-labelledby={id + label} className={styles['list']}>
        {entries.map(({ path, label: name, icon: Icon }) => (
          <li key={path}>
            <NavLink to={path} className={cx(styles['link'])} onClick={onFollow}>
              <span aria-hidden="true" className={styles['icon']}>
                <Icon />
              </span>
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}
