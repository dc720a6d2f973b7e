import { formatCount } from '@sitai/rules/numbers'
import { Button } from 'antd'
import { Fragment } from 'react'

import { cx } from './cx.ts'
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

const sizes = [20, 50, 100]

/** Pages by number: `first: pageSize, offset: (page - 1) * pageSize`. */
export function Pager({ total, page, pageSize, narrow = false, onChange }: PagerProps) {
  const phone = usePhone()
  if (total === 0) return null
  const last = Math.ceil(total / pageSize)
  const go = (to: number) => onChange(Math.min(Math.max(to, 1), last), pageSize)
  return (
    <nav aria-label="翻页" className={styles['pager']}>
      <span>共 {formatCount(total)} 条</span>
      <Button aria-label="上一页" disabled={page <= 1} onClick={() => go(page - 1)}>
        ‹
      </Button>
      {phone ? (
        <span>
          {page} / {last}
        </span>
      ) : (
        pagesShown(page, last, narrow ? 1 : 2).map((it, index, all) => (
          <Fragment key={it}>
            {it - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
            <Button
              aria-label={`第 ${it} 页`}
              {...(it === page && { 'aria-current': 'page', className: cx(styles['current']) })}
              onClick={() => go(it)}
            >
              {it}
            </Button>
          </Fragment>
        ))
      )}
      <Button aria-label="下一页" disabled={page >= last} onClick={() => go(page + 1)}>
        ›
      </Button>
      {!phone && !narrow && (
        <>
          <select
            aria-label="每页条数"
            className={styles['field']}
            value={pageSize}
            onChange={({ target }) => onChange(1, Number(target.value))}
          >
            {sizes.map((size) => (
              <option key={size} value={size}>
                {size} 条／页
              </option>
            ))}
          </select>
          {last > 5 && (
            <label>
              跳至{' '}
              <input
                className={styles['field']}
                inputMode="numeric"
                maxLength={6}
                onKeyDown={({ key, currentTarget }) => {
                  if (key !== 'Enter' || !/^\d+$/.test(currentTarget.value)) return
                  go(Number(currentTarget.value))
                  currentTarget.value = ''
                }}
              />{' '}
              页
            </label>
          )}
        </>
      )}
    </nav>
  )
}

/** The first and last page and those around the present one. */
function pagesShown(page: number, last: number, around: number): number[] {
  const all = Array.from({ length: last }, (_, index) => index + 1)
  return all.filter((it) => it === 1 || it === last || Math.abs(it - page) <= around)
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
      {total !== undefined && <span>共 {formatCount(total)} 条</span>}
      <Button disabled={!hasPreviousPage} onClick={() => startCursor && onMove({ before: startCursor })}>
        上一页
      </Button>
      <Button disabled={!hasNextPage} onClick={() => endCursor && onMove({ after: endCursor })}>
        下一页
      </Button>
    </nav>
  )
}
