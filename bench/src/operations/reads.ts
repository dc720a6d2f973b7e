import { ADVISERS, MONTH, relayId } from '../fixed.ts'
import type { Operation } from './operation.ts'

const nothing = () => ({})

const lawyersPage: Operation = {
  name: 'lawyersPage',
  title: 'page of 50 lawyers, three levels',
  writes: false,
  ours: {
    document: `query lawyersPage {
      answer: practitioners(first: 50, orderBy: { field: NAME, direction: ASC }) { edges { node {
        id name kind licenceNo status politicalStatus phoneMasked capacity
        firm { id name }
        pairings { id seat status termFrom termTo community { code name } }
      } } }
    }`,
    variables: nothing,
  },
  postgraphile: {
    document: `query lawyersPage {
      answer: allPractitioners(first: 50, condition: { divisionCode: "330203" }, orderBy: [PINYIN_ASC, ROW_ID_ASC]) { nodes {
        id: rowId name kind licenceNo status politicalStatus phoneMasked capacity
        firm: firmByFirmId { id: rowId name }
        pairings: pairingsByPractitionerId(orderBy: [TERM_FROM_DESC, ROW_ID_ASC]) { nodes {
          id: rowId seat status termFrom termTo community: communityByCommunityCode { code name }
        } }
      } }
    }`,
    variables: nothing,
  },
  call: () => ({ who: 'admin', given: {} }),
}

const lawyerById: Operation = {
  name: 'lawyerById',
  title: 'lawyer by id',
  writes: false,
  ours: {
    document: `query lawyerById($id: ID!) {
      answer: practitioner(id: $id) {
        id name kind licenceNo status gender birthYear phoneMasked
        firm { id name }
        specialties { topicCode level }
        memberships { validFrom validTo firm { name } }
        assessments { year result }
        pairings { id seat status termFrom termTo community { code name } }
      }
    }`,
    variables: ({ id = '' }) => ({ id: relayId('Practitioner', id) }),
  },
  postgraphile: {
    document: `query lawyerById($id: UUID!) {
      answer: practitionerByRowId(rowId: $id) {
        id: rowId name kind licenceNo status gender birthYear phoneMasked
        firm: firmByFirmId { id: rowId name }
        specialties: practitionerSpecialtiesByPractitionerId { nodes { topicCode level } }
        memberships: firmMembershipsByPractitionerId(orderBy: [VALID_FROM_DESC]) { nodes {
          validFrom validTo firm: firmByFirmId { name }
        } }
        assessments: annualAssessmentsByPractitionerId(orderBy: [YEAR_DESC]) { nodes { year result } }
        pairings: pairingsByPractitionerId(orderBy: [TERM_FROM_DESC, ROW_ID_ASC]) { nodes {
          id: rowId seat status termFrom termTo community: communityByCommunityCode { code name }
        } }
      }
    }`,
    variables: ({ id }) => ({ id }),
  },
  call: ({ people }, n) => ({ who: 'admin', given: { id: people[n % people.length] ?? '' } }),
}

const dutyFields = `totalCount nodes { pairingId communityCode communityName streetName practitionerId practitionerName
  firmName isLead isPaused status required kept planned nextStartsAt lastKeptOn }`

const ourDuties = (name: string) => `query ${name} {
  answer: duties(month: "${MONTH}", first: 100) { ... on DutyPage { ${dutyFields} } }
}`

const firmDuties: Operation = {
  name: 'firmDuties',
  title: "firm's duties of a month",
  writes: false,
  ours: { document: ourDuties('firmDuties'), variables: nothing },
  postgraphile: {
    document: 'query firmDuties($id: UUID!) { answer: benchFirmDuties(firm: $id) }',
    variables: (_given, { firm }) => ({ id: firm }),
  },
  call: () => ({ who: 'firm', given: {} }),
}

const adviserDuties: Operation = {
  name: 'adviserDuties',
  title: "adviser's due list",
  writes: false,
  ours: { document: ourDuties('adviserDuties'), variables: nothing },
  postgraphile: {
    document: 'query adviserDuties($id: UUID!) { answer: benchAdviserDuties(person: $id) }',
    variables: ({ id }) => ({ id }),
  },
  call: ({ advisers }, n) => ({
    who: `adviser${n % ADVISERS}`,
    given: { id: advisers[n % ADVISERS]?.id ?? '' },
  }),
}

const cards = `numbers { communities covered uncovered partyLeads monthsDue monthsMet visits minutes consultations lectures
  lectureAudience mediations ratings rating redCommunities yellowCommunities
  coverage { value } partyShare { value } arrival { value } }`

const overview: Operation = {
  name: 'overview',
  title: "leader's dashboard",
  writes: false,
  ours: {
    document: `query overview {
      answer: overview { ... on Overview {
        now { ${cards} } last { ${cards} } lastYear { ${cards} }
        trend { month numbers { minutes consultations lectures mediations
          arrival { numerator denominator value } coverage { numerator denominator value } } }
        streets { code name
          now { communities covered uncovered monthsMet monthsDue minutes consultations lectures mediations
            redCommunities yellowCommunities arrival { value } }
          last { arrival { value } } }
      } }
    }`,
    variables: nothing,
  },
  postgraphile: { document: 'query overview { answer: benchOverviewOfDistrict }', variables: nothing },
  call: () => ({ who: 'leader', given: {} }),
}

const texts = ['zhang', 'wangj', 'liu', 'chenw', 'zhw', 'lim', 'yangx', 'zz', 'huang', 'xuf', 'sunl', 'zhaoy']

const search: Operation = {
  name: 'search',
  title: 'search by pinyin',
  writes: false,
  ours: {
    document: `query search($text: String!) {
      answer: practitioners(first: 20, search: $text) { edges { node { id name licenceNo firm { name } } } }
    }`,
    variables: ({ text }) => ({ text }),
  },
  postgraphile: {
    document: `query search($text: String!) {
      answer: benchSearchPeople(text: $text, first: 20) { nodes { id: rowId name licenceNo firm: firmByFirmId { name } } }
    }`,
    variables: ({ text }) => ({ text }),
  },
  call: (_world, n) => ({ who: 'admin', given: { text: texts[n % texts.length] ?? '' } }),
}

export const reads: readonly Operation[] = [lawyersPage, lawyerById, firmDuties, adviserDuties, overview, search]
