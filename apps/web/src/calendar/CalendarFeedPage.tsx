import { useReadQuery } from '@apollo/client/react'
import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { useAct } from '../act.ts'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { describeError } from '../ui/describeError.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { useToast } from '../ui/toast.tsx'

const PageQuery = graphql(`
  query CalendarFeedPage {
    calendarFeed {
      isOn
    }
  }
`)

const CreateFeed = graphql(`
  mutation CreateCalendarFeed { createCalendarFeed { ...Refused ... on CalendarFeed { isOn address } } }
`)

const RevokeFeed = graphql(`
  mutation RevokeCalendarFeed { revokeCalendarFeed { ...Refused } }
`)

export function loader(_args: LoaderFunctionArgs) {
  return preload(PageQuery)
}

/** The secret address of one's calendar: made, shown this once, changed, switched off. */
export function CalendarFeedPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [create, creating] = useAct(CreateFeed, { refetch: [PageQuery] })
  const [revoke, revoking] = useAct(RevokeFeed, { refetch: [PageQuery] })
  const [address, setAddress] = useState('')
  const toast = useToast()
  const id = useId()
  const make = async () => {
    const done = await create({})
    if (done?.address) setAddress(new URL(done.address, window.location.origin).href)
    return done
  }
  const stop = async () => {
    const done = await revoke({})
    if (done) setAddress('')
    return done
  }
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast.success('已复制')
  }
  const isOn = data.calendarFeed.isOn
  return (
    <Page
      title="日历订阅"
      width="form"
      breadcrumb={[
        <Link key="me" to={paths.me()}>
          我的
        </Link>,
      ]}
    >
      <Section title={isOn ? '已开通' : '未开通'}>
        <p>把驻点订阅到手机或电脑的日历：新安排的自动出现，改期、取消也会跟着变，约每小时更新一次。</p>
        {address && (
          <>
            <Alert
              type="warning"
              showIcon
              title="地址只显示这一次。知道地址的人都能看到您的驻点，请勿外传。"
              style={{ marginBottom: 12 }}
            />
            <label htmlFor={id}>订阅地址</label>
            <Input.TextArea id={id} value={address} readOnly autoSize style={{ margin: '4px 0 12px' }} />
            <p>
              <Button type="primary" onClick={() => void copy()}>
                复制地址
              </Button>{' '}
              <Button href={address.replace(/^https?:/, 'webcal:')}>用日历打开</Button>
            </p>
            <p>苹果手机：设置 › 日历 › 账户 › 添加订阅日历；安卓和电脑：在日历里选“通过网址订阅”。</p>
          </>
        )}
        {creating.error != null && <Alert type="error" showIcon role="alert" {...describeError(creating.error)} />}
        {isOn ? (
          <>
            <ConfirmButton
              label="更换地址"
              refusal={null}
              question="更换订阅地址？"
              consequence="旧地址随即失效，用旧地址订阅的日历须重新订阅。"
              confirmLabel="更换"
              act={creating}
              onConfirm={make}
            />{' '}
            <ConfirmButton
              label="停用"
              danger
              refusal={null}
              question="停用日历订阅？"
              consequence="地址随即失效，以后可以重新开通。"
              confirmLabel="停用"
              act={revoking}
              onConfirm={stop}
            />
          </>
        ) : (
          <Button type="primary" loading={creating.busy} onClick={() => void make()}>
            开通
          </Button>
        )}
      </Section>
    </Page>
  )
}
