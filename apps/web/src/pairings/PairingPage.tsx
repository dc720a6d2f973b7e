import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { preload } from '../apollo.ts'
import { HistorySection } from '../audit/HistorySection.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { PairingActs } from './PairingActs.tsx'
import { PairingMonths } from './PairingMonths.tsx'
import { PairingRows } from './PairingRows.tsx'
import { PairingStory } from './PairingStory.tsx'
import { PairingState } from './PairingState.tsx'
import { termText } from './term.ts'

const PageQuery = graphql(`
  query PairingPage($id: ID!) {
    pairing(id: $id) {
      id
      seatLabel
      status
      statusLabel
      termFrom
      termTo
      endsOn
      lastDay
      daysLeft
      visitsPerMonth
      note
      approval
      gradeLabel
      endGroundLabel
      endNote
      batchId
      batchSize
      firmAtStart {
        id
        name
      }
      practitioner {
        id
        name
        firm {
          id
          name
        }
      }
      community {
        code
        name
        street {
          name
        }
        pairings {
          id
          ...PairingRows_pairing
        }
      }
      terms {
        id
        ...PairingRows_pairing
      }
      ...PairingActs_pairing
      ...PairingStory_pairing
      ...PairingMonths_pairing
    }
    pairingDefaults {
      ...PairingActs_defaults
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PageQuery, { variables: { id: params['id'] ?? '' } })
}

/** One pairing: who advises whom until when, what can be done with it, what was before it and beside it. */
export function PairingPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const { pairing } = data
  const back = (
    <Link key="list" to={paths.pairings()}>
      结对
    </Link>
  )
  if (!pairing) {
    return (
      <Page title="结对" breadcrumb={[back]}>
        <EmptyMessage title="没有找到这个结对" description="可能已被撤销，或不在您的管辖范围内。" action={back} />
      </Page>
    )
  }
  const { community, practitioner, firmAtStart, terms } = pairing
  const others = community.pairings.filter((it) => !terms.some((term) => term.id === it.id))
  return (
    <Page
      title={`${community.name} · ${practitioner.name}`}
      breadcrumb={[back]}
      badge={<PairingState status={pairing.status} label={pairing.statusLabel} />}
      actions={<PairingActs pairing={pairing} defaults={data.pairingDefaults} />}
    >
      <Section title="基本情况">
        <Facts
          facts={[
            {
              label: '社区',
              value: (
                <>
                  <Link to={paths.community(community.code)}>{community.name}</Link>（{community.street.name}）
                </>
              ),
            },
            { label: '顾问', value: <Link to={paths.practitioner(practitioner.id)}>{practitioner.name}</Link> },
            { label: '现执业机构', value: practitioner.firm?.name ?? '无' },
            { label: '结对时所在机构', value: firmAtStart.name },
            { label: '席位', value: pairing.seatLabel },
            { label: '聘期', value: termText(pairing.termFrom, pairing.termTo) },
            ...(pairing.endsOn === pairing.termTo ? [] : [{ label: '实际至', value: pairing.lastDay }]),
            ...(pairing.daysLeft == null ? [] : [{ label: '距届满', value: `${pairing.daysLeft} 天` }]),
            { label: '每月驻点', value: `${pairing.visitsPerMonth} 次` },
            { label: '本期考核', value: pairing.gradeLabel ?? '尚未登记' },
            ...(pairing.endGroundLabel == null
              ? []
              : [
                  {
                    label: '解聘事由',
                    value: `${pairing.endGroundLabel}${pairing.endNote ? `：${pairing.endNote}` : ''}`,
                  },
                ]),
            ...(pairing.endGroundLabel == null && pairing.endNote
              ? [{ label: '终止说明', value: pairing.endNote }]
              : []),
            ...(pairing.approval ? [{ label: '领导批准意见', value: pairing.approval }] : []),
            { label: '说明', value: pairing.note ?? null },
            ...(pairing.batchId && pairing.batchSize > 1
              ? [
                  {
                    label: '批量办理',
                    value: <Link to={paths.pairings({ batch: pairing.batchId })}>同批 {pairing.batchSize} 个</Link>,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <PairingMonths pairing={pairing} />
      {terms.length > 1 && (
        <Section title="续聘各期">
          <PairingRows label="续聘各期" pairings={terms} here={pairing.id} show="term" />
        </Section>
      )}
      <Section title="经过">
        <PairingStory pairing={pairing} />
      </Section>
      {others.length > 0 && (
        <Section title="本社区的其他结对">
          <PairingRows label="本社区的其他结对" pairings={others} here={pairing.id} show="practitioner" />
        </Section>
      )}
      <HistorySection kind="PAIRING" id={pairing.id} />
    </Page>
  )
}
