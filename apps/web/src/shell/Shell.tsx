import { type LoaderFunctionArgs, Outlet, redirect, ScrollRestoration, useLoaderData } from 'react-router'

import { forgetEarly } from '../earlyAnswers.ts'
import { navigationFor, tabsFor } from '../navigation.ts'
import { paths } from '../paths.ts'
import { loadViewer } from '../session/viewer.ts'
import { cx } from '../ui/cx.ts'
import { usePhone } from '../ui/usePhone.ts'
import { BottomTabs } from './BottomTabs.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { OtherIdentity } from './OtherIdentity.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import styles from './Shell.module.css'
import { SideNavigation } from './SideNavigation.tsx'
import { TopBar } from './TopBar.tsx'
import { useArrival } from './useArrival.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { viewer, installation } = await loadViewer()
  const { pathname, search } = new URL(request.url)
  const from = pathname === paths.home() ? undefined : pathname + search
  if (!viewer) {
    forgetEarly()
    throw redirect(paths.signIn({ from }))
  }
  if (viewer.passwordDue) throw redirect(paths.firstPassword({ from }))
  return { viewer, installation }
}

/** What stands around every page: who one is, where one can go, and the page itself. */
export function Shell() {
  const { viewer, installation } = useLoaderData<typeof loader>()
  const phone = usePhone()
  const { main, arrival } = useArrival()
  const areas = navigationFor(viewer.acts)
  const tabs = phone ? tabsFor(viewer.acts) : []

  return (
    <div className={cx(styles['shell'], tabs.length > 0 && styles['tabbed'])}>
      <a className={styles['skip']} href="#main">
        跳到正文
      </a>
      <ProgressLine />
      <TopBar viewer={viewer} isDemo={installation.isDemo} areas={areas} />
      {!phone && <SideNavigation areas={areas} />}
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <ConnectionBanner />
        <Outlet />
      </main>
      {tabs.length > 0 && <BottomTabs tabs={tabs} />}
      <p className="sr-only" role="status">
        {arrival}
      </p>
      <OtherIdentity viewer={viewer} />
      <ScrollRestoration />
    </div>
  )
}
