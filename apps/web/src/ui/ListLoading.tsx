import { Skeleton } from 'antd'

import { Page } from './Page.tsx'
import styles from './ListLoading.module.css'

/** The loading twin of a list page: its title, the place of its filters, its rows. */
export function ListLoading({ title, rows = 10 }: { title: string; rows?: number }) {
  return (
    <Page title={title}>
      <div aria-busy="true">
        <p className="sr-only" role="status">
          正在载入
        </p>
        <div className={styles['bar']}>
          <Skeleton.Input active />
          <Skeleton.Button active />
        </div>
        <div className={styles['rows']}>
          <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
        </div>
      </div>
    </Page>
  )
}
