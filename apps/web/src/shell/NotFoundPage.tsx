import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'

import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'

/**
 * For an address nothing answers to. What one may not see looks the same as what does not exist.
 * `sentence` is the server's, when it could make nothing of the address.
 */
export function NotFoundPage({ sentence }: { sentence?: string }) {
  const navigate = useNavigate()
  return (
    <Page title="没有这个页面">
      <EmptyMessage
        title="地址有误，或内容已不存在，或当前身份看不到它。"
        description={sentence}
        action={
          <p>
            <Button onClick={() => void navigate(-1)}>返回上一页</Button> <Link to={paths.home()}>回到首页</Link>
          </p>
        }
      />
    </Page>
  )
}
