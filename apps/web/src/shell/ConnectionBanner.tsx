import { Alert, Button } from 'antd'
import { useRevalidator } from 'react-router'

import { client } from '../apollo.ts'
import { useConnection } from '../connection.ts'

/** Says quietly that the server can't be reached; goes by itself when it can be again. */
export function ConnectionBanner() {
  const { lost, busy } = useConnection()
  const { revalidate } = useRevalidator()
  if (!lost) return null
  const retry = () => {
    void client.refetchQueries({ include: 'active' })
    void revalidate()
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title="网络不通，页面上的内容可能不是最新的。"
      action={
        <Button size="small" loading={busy > 0} onClick={retry}>
          重试
        </Button>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
