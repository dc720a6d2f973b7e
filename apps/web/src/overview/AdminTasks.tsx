import { useQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Link } from 'react-router'

import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import styles from './AdminTasks.module.css'

const AdminTasksQuery = graphql(`
  query AdminTasks {
    pairingDesk(first: 1) {
      counts {
        standing
        label
        count
      }
    }
    logs: serviceLogs(first: 1, filter: { status: [SUBMITTED] }) {
      totalCount
    }
    visits(first: 1, filter: { needsConfirmation: true }) {
      totalCount
    }
    people: practitioners(first: 1, filter: { status: [PENDING_VERIFY] }) {
      totalCount
    }
  }
`)

/** What waits for the bureau's admin, each with its count and the page where it is done; nothing for anybody else. */
export function AdminTasks() {
  const mayPair = useMay('pairing:write')
  const { data } = useQuery(AdminTasksQuery, { skip: !mayPair })
  if (!mayPair || !data) return null
  const tasks = [
    ...data.pairingDesk.counts
      .filter(({ standing }) => standing === 'VACANT' || standing === 'EXPIRING')
      .map(({ standing, label, count }) => ({ label: `${label}的社区`, count, to: paths.pairingDesk({ standing }) })),
    { label: '待确认的日志', count: data.logs.totalCount, to: paths.serviceLogs({ state: 'SUBMITTED' }) },
    { label: '待确认的驻点', count: data.visits.totalCount, to: paths.visits({ doubtful: '1' }) },
    { label: '待核验的人员', count: data.people.totalCount, to: paths.practitioners({ state: 'PENDING_VERIFY' }) },
  ].filter(({ count }) => count > 0)
  if (tasks.length === 0) return null
  return (
    <nav aria-label="待办" className={styles['tasks']}>
      <span className={styles['name']}>待办</span>
      {tasks.map(({ label, count, to }) => (
        <Link key={label} to={to} className={styles['task']}>
          {label} <strong>{formatCount(count)}</strong>
        </Link>
      ))}
    </nav>
  )
}
