import './base.css'

import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { ApolloProvider } from '@apollo/client/react'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'

import { client, onSessionEnded } from './apollo.ts'
import { nonce, obeyPolicy } from './csp.ts'
import { paths } from './paths.ts'
import { routes } from './routes.tsx'
import { themeFor } from './theme.ts'
import { ToastProvider } from './ui/toast.tsx'
import { usePhone, useStill } from './ui/usePhone.ts'

obeyPolicy()

function Web({ router }: { router: ReturnType<typeof createBrowserRouter> }) {
  const theme = themeFor({ phone: usePhone(), still: useStill() })
  return (
    // A browser of 2020 knows neither :where() nor inset-inline: see README.md, "Old browsers".
    <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
      <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
        <ApolloProvider client={client}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ApolloProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
const router = createBrowserRouter(routes)
onSessionEnded(() => {
  const { pathname, search } = router.state.location
  if (pathname === paths.signIn()) return false
  // Before the first page has opened nobody was in, and nothing has ended.
  const why = router.state.initialized ? 'ended' : undefined
  // The page leaves first: without its store it would show an error for a moment.
  void router.navigate(paths.signIn({ from: pathname + search, why })).then(() => client.clearStore())
  return true
})

/** Draws the first page in one go. Until it can be drawn the word in index.html stands. */
function draw(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <Web router={router} />
    </StrictMode>,
  )
}

if (router.state.initialized) draw(root)
else {
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return
    stop()
    draw(root)
  })
}
