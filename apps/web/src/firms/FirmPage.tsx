import {
  firmInspectionResults,
  firmKinds,
  labelOf,
  orgForms,
  partyOrgs,
  practitionerKinds,
} from '@sitai/rules/dictionaries'
import { firmFields } from '@sitai/rules/firm.fields'
import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { FirmPageQuery as Data } from '../../generated/gql/graphql.ts'
import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { HistorySection } from '../audit/HistorySection.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { PractitionerState } from '../practitioners/PractitionerState.tsx'
import { useMay } from '../session/viewer.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { TimelineSection } from '../timeline/TimelineSection.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { fact, Facts } from '../ui/Facts.tsx'
import { Page } from '../ui/Page.tsx'
import { RecordList } from '../ui/RecordList.tsx'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { Section } from '../ui/Section.tsx'
import { FirmMoveButtons } from './FirmMoveButtons.tsx'
import { FirmState } from './FirmState.tsx'
import { InspectDialog } from './InspectDialog.tsx'

const FirmPageQuery = graphql(`
  query FirmPage($id: ID!) {
    firm(id: $id) {
      id
      name
      kind
      creditCode
      licenceNo
      orgForm
      director
      phone
      address
      lat
      lng
      setUpOn
      status
      partyOrg
      note
      practitionerCount
      refusals { act message }
      street {
        code
        name
      }
      inspections {
        year
        result
      }
      timeline {
        ...TimelineSection_event
      }
      ...FirmMoveButtons_firm
    }
    practitioners(first: 100, filter: { firmId: $id }) {
      totalCount
      edges {
        node {
          id
          name
          kind
          status
          load
          capacity
        }
      }
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(FirmPageQuery, { variables: { id: params['id'] ?? '' } })
}

type Firm = NonNullable<Data['firm']>

/** All that is known of one firm, its people, and what can be done about it. */
export function FirmPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const navigate = useNavigate()
  const { firm } = data
  if (!firm) return <NotFoundPage />
  return (
    <Page
      title={firm.name}
      badge={<FirmState status={firm.status} />}
      breadcrumb={[
        <Link key="list" to={paths.firms()}>
          执业机构
        </Link>,
      ]}
      actions={
        <>
          <FirmMoveButtons firm={firm} />
          <RefusableButton
            type="primary"
            refusal={refusalOf(firm, 'updateFirm')}
            onClick={() => void navigate(paths.editFirm(firm.id))}
          >
            修改
          </RefusableButton>
        </>
      }
    >
      <BasicFacts firm={firm} />
      <People firm={firm} people={data.practitioners} />
      <Inspections firm={firm} />
      <TimelineSection events={firm.timeline} />
      <HistorySection kind="FIRM" id={firm.id} />
    </Page>
  )
}

function BasicFacts({ firm }: { firm: Firm }) {
  return (
    <Section title="基本情况">
      <Facts
        facts={[
          fact(firmFields.kind, labelOf(firmKinds, firm.kind)),
          fact(firmFields.orgForm, firm.orgForm ? labelOf(orgForms, firm.orgForm) : null),
          fact(firmFields.creditCode, firm.creditCode),
          fact(firmFields.licenceNo, firm.licenceNo),
          fact(firmFields.director, firm.director),
          fact(firmFields.phone, firm.phone),
          fact(firmFields.streetCode, firm.street?.name),
          fact(firmFields.address, firm.address),
          { label: '经纬度', value: firm.lng == null ? null : `${firm.lng}，${firm.lat}` },
          fact(firmFields.setUpOn, firm.setUpOn),
          fact(firmFields.partyOrg, labelOf(partyOrgs, firm.partyOrg)),
          fact(firmFields.note, firm.note),
        ]}
      />
    </Section>
  )
}

function People({ firm, people }: { firm: Firm; people: Data['practitioners'] }) {
  const navigate = useNavigate()
  const mayCreate = useMay('practitioner:create')
  const shown = people.edges.map(({ node }) => node)
  return (
    <Section
      title={`执业人员 ${firm.practitionerCount} 人`}
      actions={
        mayCreate && (
          <RefusableButton
            refusal={firm.status === 'CANCELLED' ? '已注销的机构不能登记人员。' : null}
            onClick={() => void navigate(paths.newPractitioner({ firm: firm.id }))}
          >
            新增人员
          </RefusableButton>
        )
      }
    >
      <RecordList
        label="执业人员"
        empty={<EmptyMessage title="没有可显示的执业人员" description="本机构以外的人员只有司法局可见。" />}
        rows={shown.map((it) => ({
          key: it.id,
          title: <Link to={paths.practitioner(it.id)}>{it.name}</Link>,
          text: `${labelOf(practitionerKinds, it.kind)}　结对 ${it.load} / ${it.capacity}`,
          action: <PractitionerState status={it.status} />,
        }))}
      />
      {people.totalCount > shown.length && (
        <Link to={paths.practitioners({ firm: firm.id })}>查看全部 {people.totalCount} 人</Link>
      )}
    </Section>
  )
}

function Inspections({ firm }: { firm: Firm }) {
  return (
    <Section title="年度检查考核" actions={<InspectDialog firm={firm} />}>
      <RecordList
        label="年度检查考核"
        empty={<EmptyMessage title="还没有登记检查考核结果" />}
        rows={firm.inspections.map(({ year, result }) => ({
          key: String(year),
          title: `${year} 年`,
          text: labelOf(firmInspectionResults, result),
          action: <InspectDialog firm={firm} year={year} result={result} />,
        }))}
      />
    </Section>
  )
}
