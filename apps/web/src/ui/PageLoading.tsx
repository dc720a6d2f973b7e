import { Skeleton } from './Skeleton.tsx'

/** What stands in a page's place until it has loaded. Pages with a shape of their own bring their own twin. */
export function PageLoading() {
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        正在载入
      </p>
      <Skeleton rows={8} />
    </div>
  )
}
