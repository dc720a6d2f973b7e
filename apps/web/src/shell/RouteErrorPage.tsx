import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router'

import { cx } from '../ui/cx.ts'
import { describeError } from '../ui/describeError.ts'
import { ErrorMessage } from '../ui/ErrorMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import styles from './RouteErrorPage.module.css'

/** In place of a page that could not be shown. */
export function RouteErrorPage() {
  const error = useRouteError()
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFoundPage /> : <Failure error={error} />
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
  const { title, description } = isStaleChunk(error)
    ? { title: '系统刚刚更新过', description: '请刷新页面后继续。' }
    : describeError(error)
  const { revalidate, state } = useRevalidator()
  const retry = () => (isStaleChunk(error) ? window.location.reload() : void revalidate())
  return (
    <Page title={title}>
      <ErrorMessage description={description} busy={state === 'loading'} onRetry={retry} />
    </Page>
  )
}

/** After an upgrade an open page asks for chunks that are gone. */
function isStaleChunk(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module/i.test(error.message)
}
