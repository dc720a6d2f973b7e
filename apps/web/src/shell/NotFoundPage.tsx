import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'

/** For an address nothing answers to. What one may not see looks the same as what does not exist. */
export function NotFoundPage() {
  return (
    <Page title="没有这个页面">
      <EmptyMessage
        title="地址有误，或内容已不存在，或当前身份看不到它。"
        action={<Link to={paths.home()}>回到首页</Link>}
      />
    </Page>
  )
}
