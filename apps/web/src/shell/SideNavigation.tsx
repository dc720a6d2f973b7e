import { NavigationLinks } from './NavigationLinks.tsx'
import type { Group } from '../navigation.ts'
import styles from './SideNavigation.module.css'

/** The navigation of a desktop, at the left of every page. */
export function SideNavigation({ groups }: { groups: readonly Group[] }) {
  return (
    <nav className={styles['side']} aria-label="主导航">
      <NavigationLinks groups={groups} />
    </nav>
  )
}
