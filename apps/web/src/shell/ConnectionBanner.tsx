import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router'

import { client } from '../apollo.ts'
import { useConnection } from '../connection.ts'
import styles from './ConnectionBanner.module.css'

/** Says quietly that the server can't be reached; goes by itself when it can be again. */
export function ConnectionBanner() {
  const { lost, busy } = useConnection()
  const here = useLocation()
  const navigate = useNavigate()
  if (!lost) return null
  const retry = () => {
    void client.refetchQueries({ include: 'active' })
    // As in RouteErrorPage: a page that failed comes back.
    void navigate(here, { replace: true, state: here.state, preventScrollReset: true })
  }
  return (
    <div className={styles['banner']}>
      <p role="status">网络不通，页面上的内容可能不是最新的。</p>
      <Button size="small" loading={busy > 0} onClick={retry}>
        重试
      </Button>
    </div>
  )
}
