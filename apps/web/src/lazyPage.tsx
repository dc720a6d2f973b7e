import { type ComponentType, Suspense } from 'react'
import type { LazyRouteFunction, LoaderFunction, RouteObject } from 'react-router'

import { PageLoading } from './ui/PageLoading.tsx'

interface PageParts {
  Page: ComponentType
  /** The page's loading twin, built of the same parts. */
  Loading?: ComponentType
  loader?: LoaderFunction
}

/**
 * A page of its own chunk. On the first visit its `Loading` shows until its query has answered;
 * when only the address changes (a filter, the next page) the old content stays and the progress line runs.
 */
export function lazyPage(load: () => Promise<PageParts>): LazyRouteFunction<RouteObject> {
  return async () => {
    const { Page, Loading = PageLoading, loader } = await load()
    const Component = () => (
      <Suspense fallback={<Loading />}>
        <Page />
      </Suspense>
    )
    return loader ? { Component, loader } : { Component }
  }
}
