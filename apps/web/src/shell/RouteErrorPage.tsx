import { useEffect } from 'react'
import { isRouteErrorResponse, useLocation, useNavigate, useNavigation, useRouteError } from 'react-router'

import { cx } from '../ui/cx.ts'
import { badInputOf, describeError } from '../ui/describeError.ts'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './RouteErrorPage.module.css'

/** In place of a page that could not be shown. */
export function RouteErrorPage() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  const wrong = badInputOf(error)
  return wrong === null ? <Failure error={error} /> : <NotFoundPage sentence={wrong} />
}

/** The same where even the shell could not be shown. */
export function RootErrorPage() {
  return (
    <main className={cx(styles['root'])}>
      <RouteErrorPage />
    </main>
  )
}

function Failure({ error }: { error: unknown }) {
  const missing = isMissingChunk(error)
  const { title, description } = !missing
    ? describeError(error)
    : navigator.onLine
      ? { title: '系统刚刚更新过', description: '请刷新页面后继续。' }
      : { title: '连接不上服务器', description: '这一页还没有载入过，联网后自动打开。' }
  const here = useLocation()
  const navigate = useNavigate()
  const { state } = useNavigation()
  // Going to where one is asks anew and leaves the error behind. (Revalidating did the former only: a loader answers at
  // once with its query under way, so that the boundary never saw the router loading, and kept its error.)
  const again = () => void navigate(here, { replace: true, state: here.state })
  const retry = () => (missing ? window.location.reload() : again())
  useEffect(() => {
    if (!missing) return
    const reload = () => window.location.reload()
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [missing])
  return (
    <Page title={title}>
      <ErrorMessage description={description} busy={state === 'loading'} onRetry={retry} />
    </Page>
  )
}

/** A page's code did not come: without a connection, or after an upgrade when an open page asks for what is gone. */
function isMissingChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module/i.test(error.message)
}
