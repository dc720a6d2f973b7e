import { type ComponentType, Suspense } from 'react'
import type { LoaderFunction, RouteObject } from 'react-router'

import { PageLoading } from './ui/PageLoading.tsx'

type PageModule<Name extends string> = Readonly<Record<Name, ComponentType>> &
  Readonly<Partial<Record<`${Name}Loading`, ComponentType>>> & { readonly loader?: LoaderFunction }

/**
 * The route of one page, in a chunk of its own: `page(paths.firms(), () => import('./firms/FirmListPage.tsx'), 'FirmListPage')`.
 * The module exports the page under that name, and may export its `loader` and its loading twin (`FirmListPageLoading`).
 * On the first visit the twin shows until the query has answered; when only the address changes (a filter, the next
 * page) the old content stays and the progress line runs.
 */
export function page<Name extends string>(
  path: string,
  load: () => Promise<PageModule<NoInfer<Name>>>,
  name: Name,
): RouteObject {
  const twin: `${Name}Loading` = `${name}Loading`
  return {
    path,
    lazy: async () => {
      const module = await load()
      const Page: ComponentType = module[name]
      const found = module[twin]
      const Loading = isComponent(found) ? found : PageLoading
      const Component = () => (
        <Suspense fallback={<Loading />}>
          <Page />
        </Suspense>
      )
      return module.loader ? { Component, loader: module.loader } : { Component }
    },
  }
}

function isComponent(found: unknown): found is ComponentType {
  return typeof found === 'function'
}
