import { DownOutlined } from '@ant-design/icons'
import { useId, useState } from 'react'
import { NavLink, useLocation } from 'react-router'

import { type Area, areaAt } from '../navigation.ts'
import { cx } from '../ui/cx.ts'
import styles from './NavigationLinks.module.css'

interface NavigationLinksProps {
  areas: readonly Area[]
  onFollow?: () => void
}

/** The areas, one open at a time: on arriving at a page its own. An area of one page is a link to that page. */
export function NavigationLinks({ areas, onFollow }: NavigationLinksProps) {
  const id = useId()
  const { pathname } = useLocation()
  const here = areaAt(areas, pathname)?.label
  const [open, setOpen] = useState(here)
  const [arrived, setArrived] = useState(pathname)
  if (arrived !== pathname) {
    setArrived(pathname)
    if (here) setOpen(here)
  }

  return (
    <ul className={styles['list']}>
      {areas.map(({ label, icon: Icon, entries }) => {
        const icon = (
          <span aria-hidden="true" className={styles['icon']}>
            <Icon />
          </span>
        )
        const [only, second] = entries
        if (only && !second)
          return (
            <li key={label}>
              <NavLink to={only.path} className={cx(styles['area'])} onClick={onFollow}>
                {icon}
                {only.label}
              </NavLink>
            </li>
          )
        const isOpen = open === label
        return (
          <li key={label}>
            <button
              type="button"
              className={cx(styles['area'], here === label && styles['here'])}
              aria-expanded={isOpen}
              aria-controls={id + label}
              onClick={() => setOpen(isOpen ? undefined : label)}
            >
              {icon}
              {label}
              <DownOutlined aria-hidden="true" className={cx(styles['fold'])} />
            </button>
            <ul id={id + label} hidden={!isOpen} aria-label={label} className={cx(styles['list'], styles['pages'])}>
              {entries.map(({ path, label: name }) => (
                <li key={path}>
                  <NavLink to={path} className={cx(styles['page'])} onClick={onFollow}>
                    {name}
                  </NavLink>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
