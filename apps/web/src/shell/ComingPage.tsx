import { useLocation } from 'react-router'

import { navigation } from '../navigation.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'

/** Stands where a page of the navigation is still to come; goes with the last of them. */
export function ComingPage() {
  const { pathname } = useLocation()
  const entry = navigation.flatMap(({ entries }) => entries).find(({ path }) => path === pathname)
  return (
    <Page title={entry?.label ?? '建设中'}>
      <EmptyMessage title="此页正在建设。" />
    </Page>
  )
}
