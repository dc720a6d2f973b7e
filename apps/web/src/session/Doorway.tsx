import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'

import { graphql } from '../graphql.ts'
import { DemoMark } from '../ui/DemoMark.tsx'
import { Mark } from '../ui/Mark.tsx'
import styles from './Doorway.module.css'

const DoorwayQuery = graphql(`
  query Doorway {
    installation {
      placeName
      isDemo
    }
  }
`)

/**
 * What one sees before one is in: the bureau's name, one card, nothing else.
 * It waits for nothing: the card can be used before the bureau's name has arrived.
 */
export function Doorway({ title, children }: { title?: string; children: ReactNode }) {
  const { data } = useQuery(DoorwayQuery, { fetchPolicy: 'cache-first' })
  return (
    <main className={styles['doorway']}>
      <div className={styles['head']}>
        <Mark />
        <div>
          <p className={styles['place']}>{data?.installation.placeName ?? '\u00a0'}</p>
          <h1 className={styles['name']}>公共法律服务平台</h1>
        </div>
      </div>
      <section className={styles['card']} aria-labelledby={title ? 'doorway-title' : undefined}>
        {title && (
          <h2 id="doorway-title" className={styles['title']}>
            {title}
          </h2>
        )}
        {children}
      </section>
      <footer className={styles['foot']}>
        {data?.installation.isDemo && <DemoMark />}
        <p>忘记密码，请联系本单位管理员重置。</p>
      </footer>
    </main>
  )
}
