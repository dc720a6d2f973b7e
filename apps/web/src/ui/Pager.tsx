import { Button, Pagination } from 'antd'

import styles from './Pager.module.css'
import { usePhone } from './usePhone.ts'

interface PagerProps {
  /** `totalCount` of the connection. */
  total: number
  /** From 1. */
  page: number
  pageSize: number
  /** Beside something else: the numbers alone. */
  narrow?: boolean
  onChange: (page: number, pageSize: number) => void
}

/** Pages by number: `first: pageSize, offset: (page - 1) * pageSize`. */
export function Pager({ total, page, pageSize, narrow = false, onChange }: PagerProps) {
  const phone = usePhone()
  if (total === 0) return null
  return (
    <nav aria-label="翻页" className={styles['pager']}>
      <Pagination
        current={page}
        pageSize={pageSize}
        total={total}
        onChange={onChange}
        showTotal={(count) => `共 ${count.toLocaleString('zh-CN')} 条`}
        showSizeChanger={!phone && !narrow && { 'aria-label': '每页条数' }}
        showQuickJumper={!phone && !narrow && total > pageSize * 5}
        pageSizeOptions={[20, 50, 100]}
        showLessItems={narrow}
        simple={phone && { readOnly: true }}
      />
    </nav>
  )
}

interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor?: string | null
  endCursor?: string | null
}

interface CursorPagerProps {
  total?: number
  pageInfo: PageInfo
  onMove: (to: { after: string } | { before: string }) => void
}

/** Pages by cursor, for lists so long or so busy that numbers mean little (logs). */
export function CursorPager({ total, pageInfo, onMove }: CursorPagerProps) {
  const { startCursor, endCursor, hasPreviousPage, hasNextPage } = pageInfo
  return (
    <nav aria-label="翻页" className={styles['pager']}>
      {total !== undefined && <span>共 {total.toLocaleString('zh-CN')} 条</span>}
      <Button disabled={!hasPreviousPage} onClick={() => startCursor && onMove({ before: startCursor })}>
        上一页
      </Button>
      <Button disabled={!hasNextPage} onClick={() => endCursor && onMove({ after: endCursor })}>
        下一页
      </Button>
    </nav>
  )
}
