import type { RouteObject } from 'react-router'

import { lazyPage } from './lazyPage.tsx'
import { paths } from './paths.ts'
import { shellRoute } from './session/viewer.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { RootErrorPage, RouteErrorPage } from './shell/RouteErrorPage.tsx'
import { Starting } from './shell/Starting.tsx'

const coming = lazyPage(() => import('./shell/ComingPage.tsx').then((it) => ({ Page: it.ComingPage })))

/** The kit's sheet of samples, for the browser tests; no other build has it. */
const kit: RouteObject[] =
  import.meta.env.MODE === 'kit'
    ? [
        { path: '/kit/list', lazy: lazyPage(() => import('./kit/KitListPage.tsx').then((it) => ({ Page: it.KitListPage }))) },
        { path: '/kit/parts', lazy: lazyPage(() => import('./kit/KitPartsPage.tsx').then((it) => ({ Page: it.KitPartsPage }))) },
      ]
    : []

/** One line per page; each is a chunk of its own. */
export const routes: RouteObject[] = [
  {
    HydrateFallback: Starting,
    ErrorBoundary: RootErrorPage,
    children: [
      { path: paths.signIn(), lazy: lazyPage(() => import('./session/SignInPage.tsx').then((it) => ({ Page: it.SignInPage }))) },
      { path: paths.firstPassword(), lazy: lazyPage(() => import('./session/FirstPasswordPage.tsx').then((it) => ({ Page: it.FirstPasswordPage }))) },
      {
        id: shellRoute,
        lazy: () => import('./shell/Shell.tsx').then((it) => ({ Component: it.Shell, loader: it.loader })),
        children: [
          {
            ErrorBoundary: RouteErrorPage,
            children: [
              { path: paths.home(), lazy: lazyPage(() => import('./shell/HomePage.tsx').then((it) => ({ Page: it.HomePage, loader: it.loader }))) },
              { path: paths.me(), lazy: lazyPage(() => import('./session/MyPage.tsx').then((it) => ({ Page: it.MyPage }))) },
              { path: paths.password(), lazy: lazyPage(() => import('./session/PasswordPage.tsx').then((it) => ({ Page: it.PasswordPage }))) },
              { path: paths.sessions(), lazy: coming },
              { path: paths.overview(), lazy: coming },
              { path: paths.today(), lazy: coming },
              { path: paths.pairings(), lazy: coming },
              { path: paths.duties(), lazy: coming },
              { path: paths.visits(), lazy: coming },
              { path: paths.serviceLogs(), lazy: coming },
              { path: paths.streets(), lazy: coming },
              { path: paths.communities(), lazy: coming },
              { path: paths.firms(), lazy: coming },
              { path: paths.practitioners(), lazy: coming },
              { path: paths.imports(), lazy: coming },
              { path: paths.accounts(), lazy: coming },
              { path: paths.dictionaries(), lazy: coming },
              { path: paths.settings(), lazy: coming },
              { path: paths.audit(), lazy: coming },
              ...kit,
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]
