import { Button } from 'antd'
import { useEffect, useState } from 'react'

import type { Viewer } from '../session/viewer.ts'
import { Notice } from '../ui/Notice.tsx'

const key = 'sitai-identity'

/**
 * A browser has one session: when another tab signs in as somebody else or takes another grant, what stands in this one
 * is of the former, and what it sends would be of the new. It says so, and can only be loaded anew.
 */
export function OtherIdentity({ viewer }: { viewer: Viewer }) {
  const own = `${viewer.account.id} ${viewer.grant.id}`
  const [other, setOther] = useState(false)
  useEffect(() => {
    // Where a browser keeps nothing, nothing is told.
    try {
      window.localStorage.setItem(key, own)
    } catch {
      return
    }
    const compare = () => setOther((window.localStorage.getItem(key) ?? own) !== own)
    window.addEventListener('storage', compare)
    // A tab that was busy or asleep may have missed the event.
    const looking = window.setInterval(compare, 3000)
    window.addEventListener('focus', compare)
    window.addEventListener('pageshow', compare)
    return () => {
      window.clearInterval(looking)
      window.removeEventListener('storage', compare)
      window.removeEventListener('focus', compare)
      window.removeEventListener('pageshow', compare)
    }
  }, [own])
  if (!other) return null
  return (
    <Notice
      over
      title="身份已经改变"
      text="您在另一个窗口登录了别的账号，或切换了身份。这一页仍是原来的身份，请重新载入后继续。"
    >
      <Button type="primary" autoFocus onClick={() => window.location.reload()}>
        重新载入
      </Button>
    </Notice>
  )
}
