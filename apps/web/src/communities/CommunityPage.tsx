import { communityKinds, labelOf } from '@sitai/rules/dictionaries'
import { communityFields } from '@sitai/rules/community.fields'
import { useReadQuery } from '@apollo/client/react'
import { formatCount } from '@sitai/rules/numbers'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { CommunityPageQuery as Data } from '../../generated/gql/graphql.ts'
import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { HistorySection } from '../audit/HistorySection.tsx'
import { graphql } from '../graphql.ts'
import { CommunityPairings } from '../pairings/CommunityPairings.tsx'
import { termText } from '../pairings/term.ts'
import { paths } from '../paths.ts'
import { RevealValue } from '../sensitive/RevealValue.tsx'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { TimelineSection } from '../timeline/TimelineSection.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { fact, Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { RecordList } from '../ui/RecordList.tsx'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { Section } from '../ui/Section.tsx'
import { CommunityState } from './CommunityState.tsx'
import { MergeButton } from './MergeButton.tsx'

const CommunityPageQuery = graphql(`
  query CommunityPage($code: String!) {
    community(code: $code) {
      id
      code
      name
      kind
      status
      address
      lat
      lng
      population
      migrantPopulation
      contactName
      contactPhoneMasked
      officeHours
      visitRoom
      refusals { act message }
      street {
        code
        name
        justiceOffice
      }
      demands {
        topicCode
        topicLabel
        weight
      }
      advisers {
        name
        firmName
        isLead
        isPaused
        termFrom
        termTo
      }
      timeline {
        ...TimelineSection_event
      }
      ...MergeButton_community
      ...CommunityPairings_community
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(CommunityPageQuery, { variables: { code: params['code'] ?? '' } })
}

type Community = NonNullable<Data['community']>

/** All that is known of one community, who advises it, and what can be done about it. */
export function CommunityPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const navigate = useNavigate()
  const { community } = data
  if (!community) return <NotFoundPage />
  return (
    <Page
      title={community.name}
      badge={<CommunityState status={community.status} />}
      breadcrumb={[
        <Link key="list" to={paths.communities()}>
          社区
        </Link>,
        <Link key="street" to={paths.communities({ street: community.street.code })}>
          {community.street.name}
        </Link>,
      ]}
      actions={
        <>
          <MergeButton community={community} />
          <RefusableButton
            type="primary"
            refusal={refusalOf(community, 'updateCommunity')}
            onClick={() => void navigate(paths.editCommunity(community.code))}
          >
            修改
          </RefusableButton>
        </>
      }
    >
      <Advisers community={community} />
      <CommunityPairings community={community} />
      <BasicFacts community={community} />
      <TimelineSection events={community.timeline} />
      <HistorySection kind="COMMUNITY" id={community.code} />
    </Page>
  )
}

function Advisers({ community: { advisers } }: { community: Community }) {
  return (
    <Section title="现任顾问">
      <RecordList
        label="现任顾问"
        empty={<EmptyMessage title="暂无顾问在任" />}
        rows={advisers.map((it) => ({
          key: it.name,
          title: `${it.name}（${it.isLead ? '首席' : '助理'}${it.isPaused ? '，暂停中' : ''}）`,
          text: `${it.firmName}　聘期 ${termText(it.termFrom, it.termTo)}`,
        }))}
      />
    </Section>
  )
}

function BasicFacts({ community }: { community: Community }) {
  const people = (count: number | null | undefined) => (count == null ? null : `${formatCount(count)} 人`)
  return (
    <Section title="基本情况">
      <Facts
        facts={[
          fact(communityFields.code, community.code),
          fact(communityFields.kind, labelOf(communityKinds, community.kind)),
          { label: '所属街道', value: community.street.name },
          { label: '司法所', value: community.street.justiceOffice ?? null },
          fact(communityFields.address, community.address),
          { label: '经纬度', value: community.lng == null ? null : `${community.lng}，${community.lat}` },
          fact(communityFields.population, people(community.population)),
          fact(communityFields.migrantPopulation, people(community.migrantPopulation)),
          fact(communityFields.contactName, community.contactName),
          {
            label: communityFields.contactPhone.label,
            value: (
              <RevealValue
                of={community.id}
                field="PHONE"
                label={communityFields.contactPhone.label}
                masked={community.contactPhoneMasked}
              />
            ),
          },
          fact(communityFields.officeHours, community.officeHours),
          fact(communityFields.visitRoom, community.visitRoom),
          {
            label: communityFields.demands.label,
            value: community.demands.map(({ topicLabel, weight }) => `${topicLabel}（${weight}）`).join('、') || null,
          },
        ]}
      />
    </Section>
  )
}
