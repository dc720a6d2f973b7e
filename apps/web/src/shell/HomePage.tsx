import { redirect } from 'react-router'

import { navigationFor } from '../navigation.ts'
import { loadViewer } from '../session/viewer.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'

/** Home is the first page the viewer has a use for. */
export async function loader() {
  const { viewer } = await loadViewer()
  const first = navigationFor(viewer?.acts ?? [])[0]?.entries[0]
  if (first) throw redirect(first.path)
  return null
}

/** For a viewer to whom nothing is open. */
export function HomePage() {
  return (
    <Page title="首页">
      <EmptyMessage title="当前身份没有可用的功能。" description="请切换身份，或联系本单位管理员授权。" />
    </Page>
  )
}
