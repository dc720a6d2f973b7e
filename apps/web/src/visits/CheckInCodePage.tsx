import { useReadQuery } from '@apollo/client/react'
import { QRCode } from 'antd'
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router'

import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Page } from '../ui/Page.tsx'
import { PrintButton } from '../ui/PrintFrame.tsx'
import styles from './CheckInCodePage.module.css'

const PageQuery = graphql(`
  query CheckInCodePage($community: String!) {
    checkInCode(communityCode: $community)
    visits(filter: { communityCode: $community }, first: 1) {
      edges {
        node {
          id
          communityName
        }
      }
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { community: params['community'] ?? '' } })
}

/** A sheet for a community's wall: scanned with any phone, it leads the adviser to today's check-in. */
export function CheckInCodePage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const { community = '' } = useParams()
  const name = data.visits.edges[0]?.node.communityName ?? community
  if (!data.checkInCode)
    return (
      <Page title="签到码">
        <EmptyMessage title="没有找到这个社区" />
      </Page>
    )
  return (
    <Page title={`${name}的签到码`} actions={<PrintButton />}>
      <div className={styles['sheet']}>
        <p className={styles['name']}>{name}</p>
        <p>法律顾问驻点签到</p>
        <QRCode
          type="svg"
          aria-label={`${name}的签到码`}
          size={320}
          bordered={false}
          value={new URL(paths.checkIn(community, data.checkInCode), window.location.origin).href}
        />
        <p>顾问到社区后，用手机扫码签到。</p>
      </div>
    </Page>
  )
}
