import { NavigationLinks } from './NavigationLinks.tsx'
import type { Area } from '../navigation.ts'
import styles from './SideNavigation.module.css'

/** The navigation of a desktop, at the left of every page. */
export function SideNavigation({ areas }: { areas: readonly Area[] }) {
  return (
    <nav className={styles['side']} aria-label="主导航">
      <NavigationLinks areas={areas} />
    </nav>
  )
}
