import {
  assessmentResults,
  genders,
  labelOf,
  politicalStatuses,
  practitionerKinds,
  sanctionKinds,
  specialtyLevels,
} from '@sitai/rules/dictionaries'
import { membershipFields, practitionerFields } from '@sitai/rules/practitioner.fields'
import { useReadQuery } from '@apollo/client/react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { PractitionerPageQuery as Data } from '../../generated/gql/graphql.ts'
import { refusalOf } from '../act.ts'
import { preload } from '../apollo.ts'
import { HistorySection } from '../audit/HistorySection.tsx'
import { graphql } from '../graphql.ts'
import { PractitionerPairings } from '../pairings/PractitionerPairings.tsx'
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
import { Tag } from '../ui/Tag.tsx'
import { AssessDialog } from './AssessDialog.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { PractitionerState } from './PractitionerState.tsx'
import { LiftDialog, SanctionDialog } from './SanctionDialogs.tsx'
import { TransferDialog } from './TransferDialog.tsx'

const PractitionerPageQuery = graphql(`
  query PractitionerPage($id: ID!) {
    practitioner(id: $id) {
      id
      name
      kind
      gender
      birthYear
      licenceNo
      firstLicensedOn
      politicalStatus
      phoneMasked
      idNoMasked
      languages
      capacity
      load
      status
      note
      refusals { act message }
      firm {
        id
        name
      }
      specialties {
        topicCode
        topicLabel
        level
      }
      memberships {
        validFrom
        validTo
        firm {
          id
          name
        }
      }
      assessments {
        year
        result
      }
      sanctions {
        id
        kind
        validFrom
        validTo
        blocksPairing
        reason
        documentNo
        isInForce
      }
      timeline {
        ...TimelineSection_event
      }
      ...MoveButtons_practitioner
      ...PractitionerPairings_practitioner
      ...TransferDialog_practitioner
    }
  }
`)

export function loader({ params }: LoaderFunctionArgs) {
  return preload(PractitionerPageQuery, { variables: { id: params['id'] ?? '' } })
}

type Practitioner = NonNullable<Data['practitioner']>

/** All that is known of one practitioner, and what can be done about it. */
export function PractitionerPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const navigate = useNavigate()
  const person = data.practitioner
  if (!person) return <NotFoundPage />
  return (
    <Page
      title={person.name}
      badge={<PractitionerState status={person.status} />}
      breadcrumb={[
        <Link key="list" to={paths.practitioners()}>
          执业人员
        </Link>,
      ]}
      actions={
        <>
          <MoveButtons practitioner={person} />
          <TransferDialog practitioner={person} />
          <RefusableButton
            type="primary"
            refusal={refusalOf(person, 'updatePractitioner')}
            onClick={() => void navigate(paths.editPractitioner(person.id))}
          >
            修改
          </RefusableButton>
        </>
      }
    >
      <BasicFacts person={person} />
      <PractitionerPairings practitioner={person} />
      <Memberships person={person} />
      <Assessments person={person} />
      <Sanctions person={person} />
      <TimelineSection events={person.timeline} />
      <HistorySection kind="PRACTITIONER" id={person.id} />
    </Page>
  )
}

function BasicFacts({ person }: { person: Practitioner }) {
  const specialties = person.specialties.map(
    ({ topicLabel, level }) => `${topicLabel}（${labelOf(specialtyLevels, String(level))}）`,
  )
  return (
    <Section title="基本情况">
      <Facts
        facts={[
          {
            label: membershipFields.firm.label,
            value: person.firm ? <Link to={paths.firm(person.firm.id)}>{person.firm.name}</Link> : '无',
          },
          fact(practitionerFields.kind, labelOf(practitionerKinds, person.kind)),
          fact(practitionerFields.licenceNo, person.licenceNo),
          fact(practitionerFields.firstLicensedOn, person.firstLicensedOn),
          {
            label: practitionerFields.phone.label,
            value: (
              <RevealValue
                of={person.id}
                field="PHONE"
                label={practitionerFields.phone.label}
                masked={person.phoneMasked}
              />
            ),
          },
          {
            label: practitionerFields.idNo.label,
            value: (
              <RevealValue
                of={person.id}
                field="ID_NO"
                label={practitionerFields.idNo.label}
                masked={person.idNoMasked}
              />
            ),
          },
          fact(practitionerFields.gender, person.gender ? labelOf(genders, person.gender) : null),
          fact(practitionerFields.birthYear, person.birthYear),
          fact(practitionerFields.politicalStatus, labelOf(politicalStatuses, person.politicalStatus)),
          fact(practitionerFields.languages, person.languages.join('、') || null),
          fact(practitionerFields.specialties, specialties.join('、') || null),
          { label: '结对社区', value: `现 ${person.load}，可任 ${person.capacity}` },
          fact(practitionerFields.note, person.note),
        ]}
      />
    </Section>
  )
}

function Memberships({ person: { memberships } }: { person: Practitioner }) {
  return (
    <Section title="执业经历">
      <RecordList
        label="执业经历"
        empty={<EmptyMessage title="没有执业经历" />}
        rows={memberships.map(({ firm, validFrom, validTo }) => ({
          key: validFrom,
          title: <Link to={paths.firm(firm.id)}>{firm.name}</Link>,
          text: `${validFrom} 至 ${validTo ?? '今'}`,
        }))}
      />
    </Section>
  )
}

function Assessments({ person }: { person: Practitioner }) {
  return (
    <Section title="年度考核" actions={<AssessDialog person={person} />}>
      <RecordList
        label="年度考核"
        empty={<EmptyMessage title="还没有登记考核结果" />}
        rows={person.assessments.map(({ year, result }) => ({
          key: String(year),
          title: `${year} 年`,
          text: labelOf(assessmentResults, result),
          action: <AssessDialog person={person} year={year} result={result} />,
        }))}
      />
    </Section>
  )
}

function Sanctions({ person }: { person: Practitioner }) {
  return (
    <Section title="惩戒" actions={<SanctionDialog person={person} />}>
      <RecordList
        label="惩戒"
        empty={<EmptyMessage title="没有惩戒记录" />}
        rows={person.sanctions.map((it) => ({
          key: it.id,
          title: (
            <>
              {labelOf(sanctionKinds, it.kind)}{' '}
              <Tag tone={it.isInForce ? 'warn' : 'plain'}>
                {it.isInForce ? (it.blocksPairing ? '期内，不得结对' : '期内') : '已期满'}
              </Tag>
            </>
          ),
          text: `${it.validFrom} 至 ${it.validTo ?? '长期'}　${it.reason}${it.documentNo ? `（${it.documentNo}）` : ''}`,
          action: it.isInForce && <LiftDialog person={person} sanctionId={it.id} />,
        }))}
      />
    </Section>
  )
}
