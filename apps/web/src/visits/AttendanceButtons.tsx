import { Alert, Modal } from 'antd'
import { useState } from 'react'

import { refusalOf, useAct } from '../act.ts'
import { graphql, type FragmentType, readFragment } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { paths } from '../paths.ts'
import { describeError } from '../ui/describeError.ts'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { useToast } from '../ui/toast.tsx'
import styles from './AttendanceButtons.module.css'
import { whereAmI } from './geolocation.ts'
import { minutesWords } from './words.ts'

const AttendanceButtons_visit = graphql(`
  fragment AttendanceButtons_visit on Visit {
    id
    status
    version
    refusals { act message }
  }
`)

const CheckIn = graphql(`
  mutation CheckInVisit($input: CheckInVisitInput!) {
    checkInVisit(input: $input) { ...Refused ... on Visit { id doubts ...VisitCard_visit } }
  }
`)

const CheckOut = graphql(`
  mutation CheckOutVisit($input: CheckOutVisitInput!) {
    checkOutVisit(input: $input) { ...Refused ... on Visit { id minutes ...VisitCard_visit } }
  }
`)

/** The three things an adviser does at a community, each one press: 签到, 签退, 记日志. */
export function AttendanceButtons(props: { visit: FragmentType<typeof AttendanceButtons_visit>; code?: string }) {
  const visit = readFragment(AttendanceButtons_visit, props.visit)
  const [checkIn, checkingIn] = useAct(CheckIn)
  const [checkOut, checkingOut] = useAct(CheckOut)
  const [locating, setLocating] = useState(false)
  const [lost, setLost] = useState(false)
  const toast = useToast()

  const arrive = async (position: { lat: number; lng: number } | null) => {
    setLost(false)
    const input = { id: visit.id, ...position, ...(props.code && { code: props.code }) }
    const done = await checkIn({ input })
    if (done) toast.success(done.doubts.length > 0 ? '已签到，待社区确认' : '已签到')
  }
  const start = async () => {
    setLocating(true)
    const position = await whereAmI()
    setLocating(false)
    if (!position && !props.code) return setLost(true)
    await arrive(position)
  }
  const leave = async () => {
    const done = await checkOut({ input: { id: visit.id } })
    if (done) toast.success(`已签退，时长${minutesWords(done.minutes)}`)
  }
  const trouble = checkingIn.refusal?.message ?? checkingOut.refusal?.message
  const fault = checkingIn.error ?? checkingOut.error

  return (
    <>
      {trouble && <Alert type="error" showIcon role="alert" title={trouble} style={{ marginBottom: 12 }} />}
      {fault != null && (
        <Alert type="error" showIcon role="alert" {...describeError(fault)} style={{ marginBottom: 12 }} />
      )}
      <div className={styles['buttons']}>
        {visit.status === 'CHECKED_IN' ? (
          <RefusableButton
            type="primary"
            size="large"
            refusal={refusalOf(visit, 'checkOutVisit')}
            loading={checkingOut.busy}
            onClick={() => void leave()}
          >
            签退
          </RefusableButton>
        ) : (
          <RefusableButton
            type="primary"
            size="large"
            refusal={refusalOf(visit, 'checkInVisit')}
            loading={locating || checkingIn.busy}
            onClick={() => void start()}
          >
            {locating ? '正在定位' : '签到'}
          </RefusableButton>
        )}
        <LinkButton size="large" to={paths.logService({ visit: visit.id })}>
          记日志
        </LinkButton>
      </div>
      <Modal
        open={lost}
        title="没有取得定位"
        okText="仍要签到"
        cancelText="不了"
        onOk={() => void arrive(null)}
        onCancel={() => setLost(false)}
      >
        可以打开手机的定位后再试，或扫社区的签到码。现在签到会记为手工签到，须由社区确认。
      </Modal>
    </>
  )
}
