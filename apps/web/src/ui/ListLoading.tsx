import { Page } from './Page.tsx'
import styles from './ListLoading.module.css'
import { Skeleton } from './Skeleton.tsx'

/** The loading twin of a list page: its title, the place of its filters, its rows. */
export function ListLoading({ title, rows = 10 }: { title: string; rows?: number }) {
  return (
    <Page title={title}>
      <div aria-busy="true">
        <p className="sr-only" role="status">
          正在载入
        </p>
        <div className={styles['bar']}>
          <Skeleton rows={1} />
        </div>
        <div className={styles['rows']}>
          <Skeleton rows={rows} />
        </div>
      </div>
    </Page>
  )
}
