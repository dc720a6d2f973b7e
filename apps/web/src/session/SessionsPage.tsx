import { useReadQuery } from '@apollo/client/react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { useAct } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { preload } from '../apollo.ts'
import { graphql } from '../graphql.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { Facts } from '../ui/Facts.tsx'
import { instant } from '../instant.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { useToast } from '../ui/toast.tsx'

const SessionsPageQuery = graphql(`
  query SessionsPage {
    mySessions {
      id
      device
      place
      createdAt
      lastSeenAt
      expiresAt
      isCurrent
    }
  }
`)

const EndMySession = graphql(`
  mutation EndMySession($input: EndSessionInput!) { endSession(input: $input) { ...Refused } }
`)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions { endOtherSessions { ...Refused } }
`)

export function loader(_args: LoaderFunctionArgs) {
  return preload(SessionsPageQuery)
}

/** Where one is signed in, and the way to sign the other devices out. */
export function SessionsPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const toast = useToast()
  const [endOthers, endingOthers] = useAct(EndOtherSessions, {
    refetch: [SessionsPageQuery],
  })
  const others = data.mySessions.filter((it) => !it.isCurrent)

  const signOutOthers = async () => {
    const done = await endOthers({})
    if (done) toast.success('其他设备已全部下线')
    return done
  }

  return (
    <Page
      title="我的登录设备"
      width="form"
      actions={
        <ConfirmButton
          label="其他设备全部下线"
          refusal={others.length === 0 ? '没有其他设备在登录。' : null}
          question="让其他设备全部下线？"
          consequence="除现在这台外，其他设备须重新登录。"
          confirmLabel="全部下线"
          act={endingOthers}
          onConfirm={signOutOthers}
        />
      }
    >
      <p>发现不认识的设备，请让它下线，并立即修改密码。</p>
      {data.mySessions.map((session, index) => (
        <Section
          key={session.id}
          // Numbered: two of the same kind are otherwise told apart by nothing.
          title={`${index + 1}. ${session.device}${session.isCurrent ? '（就是这台）' : ''}`}
          actions={
            !session.isCurrent && (
              <ActButton
                act={EndMySession}
                input={() => ({ sessionId: session.id })}
                label="下线"
                question={`让“${session.device}”下线？`}
                consequence="那台设备的下一步操作就须重新登录。"
              />
            )
          }
        >
          <Facts
            facts={[
              { label: '地点', value: session.place },
              { label: '登录时间', value: instant(session.createdAt) },
              { label: '最近操作', value: instant(session.lastSeenAt) },
              { label: '最迟到期', value: instant(session.expiresAt) },
            ]}
          />
        </Section>
      ))}
    </Page>
  )
}
