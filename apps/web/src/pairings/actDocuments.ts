import { graphql } from '../graphql.ts'

/** The acts on one pairing; each answers the pairing as it is then, or why not. */

export const ConfirmPairing = graphql(`
  mutation ConfirmPairing($input: PairingActInput!) {
    confirmPairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const ActivatePairing = graphql(`
  mutation ActivatePairing($input: PairingActInput!) {
    activatePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const RejectPairing = graphql(`
  mutation RejectPairing($input: RejectPairingInput!) {
    rejectPairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const PausePairing = graphql(`
  mutation PausePairing($input: PausePairingInput!) {
    pausePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const ResumePairing = graphql(`
  mutation ResumePairing($input: PairingActInput!) {
    resumePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const TerminatePairing = graphql(`
  mutation TerminatePairing($input: TerminatePairingInput!) {
    terminatePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const ReplacePairing = graphql(`
  mutation ReplacePairing($input: ReplacePairingInput!) {
    replacePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const RenewPairing = graphql(`
  mutation RenewPairing($input: RenewPairingInput!) {
    renewPairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)

export const GradePairing = graphql(`
  mutation GradePairing($input: GradePairingInput!) {
    gradePairing(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on Pairing {
        id
      }
    }
  }
`)
