import type { RouteObject } from 'react-router'

import { page } from './page.tsx'
import { paths } from './paths.ts'
import { shellRoute } from './session/viewer.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { RootErrorPage, RouteErrorPage } from './shell/RouteErrorPage.tsx'
import { Starting } from './shell/Starting.tsx'

/** Stands in for a page that is still to come. */
const coming = (path: string) => page(path, () => import('./shell/ComingPage.tsx'), 'ComingPage')

/** Before sign-in. */
const outside = [
  page(paths.signIn(), () => import('./session/SignInPage.tsx'), 'SignInPage'),
  page(paths.firstPassword(), () => import('./session/FirstPasswordPage.tsx'), 'FirstPasswordPage'),
]

/** Behind sign-in: one line per page, each a chunk of its own. */
const inside = [
  page(paths.home(), () => import('./shell/HomePage.tsx'), 'HomePage'),
  page(paths.me(), () => import('./session/MyPage.tsx'), 'MyPage'),
  page(paths.password(), () => import('./session/PasswordPage.tsx'), 'PasswordPage'),
  coming(paths.sessions()),
  page(paths.overview(), () => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
  coming(paths.today()),
  coming(paths.pairings()),
  coming(paths.duties()),
  coming(paths.visits()),
  coming(paths.serviceLogs()),
  coming(paths.streets()),
  coming(paths.communities()),
  coming(paths.firms()),
  coming(paths.practitioners()),
  coming(paths.imports()),
  coming(paths.accounts()),
  coming(paths.dictionaries()),
  coming(paths.settings()),
  coming(paths.audit()),
]

/** The kit's sheet of samples, for the browser tests; no other build has it. */
const kit =
  import.meta.env.MODE === 'kit'
    ? [
        page('/kit/list', () => import('./kit/KitListPage.tsx'), 'KitListPage'),
        page('/kit/parts', () => import('./kit/KitPartsPage.tsx'), 'KitPartsPage'),
      ]
    : []

export const routes: RouteObject[] = [
  {
    HydrateFallback: Starting,
    ErrorBoundary: RootErrorPage,
    children: [
      ...outside,
      {
        id: shellRoute,
        lazy: () => import('./shell/Shell.tsx').then((it) => ({ Component: it.Shell, loader: it.loader })),
        children: [
          { ErrorBoundary: RouteErrorPage, children: [...inside, ...kit, { path: '*', Component: NotFoundPage }] },
        ],
      },
    ],
  },
]
