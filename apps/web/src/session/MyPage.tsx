import { Button } from 'antd'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import styles from './MyPage.module.css'
import { signOut } from './signOut.ts'
import { grantLabel, useSwitchGrant } from './switchGrant.ts'
import { useViewer } from './viewer.ts'

/** One's own account on one page; on a phone it stands in for the menus of the top bar. */
export function MyPage() {
  const { account, acts, grant, grants } = useViewer()
  const { choose, busy, refusal } = useSwitchGrant()
  return (
    <Page title="我的" width="form">
      <section className={styles['card']}>
        <h2 className={styles['name']}>{account.displayName}</h2>
        <p className={styles['line']}>登录名 {account.userName}</p>
        <p className={styles['line']}>{grantLabel(grant)}</p>
      </section>
      {grants.length > 1 && (
        <section className={styles['card']} aria-labelledby="my-grants">
          <h2 id="my-grants" className={styles['heading']}>
            切换身份
          </h2>
          {refusal && <p role="alert">{refusal}</p>}
          <ul className={styles['grants']}>
            {grants.map((it) => (
              <li key={it.id} className={styles['grant']}>
                {grantLabel(it)}
                {it.id === grant.id ? (
                  <span className={styles['now']}>当前身份</span>
                ) : (
                  <Button disabled={busy} aria-label={`切换为${grantLabel(it)}`} onClick={() => void choose(it.id)}>
                    切换
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-label="账号" className={styles['card']}>
        <Link className={styles['link']} to={paths.password()}>
          修改密码
        </Link>
        <Link className={styles['link']} to={paths.sessions()}>
          我的登录设备
        </Link>
        {acts.includes('calendar:write') && (
          <Link className={styles['link']} to={paths.calendarFeed()}>
            日历订阅
          </Link>
        )}
      </nav>
      <Button block onClick={() => void signOut()}>
        退出登录
      </Button>
    </Page>
  )
}
