import type { Answers } from './answers.ts'

const haishu = { __typename: 'Installation', placeName: '海曙区司法局', isDemo: true }

interface Grant {
  __typename: 'Grant'
  id: string
  role: string
  roleLabel: string
  placeName: string
  firmName: string | null
}

function grant(id: string, role: string, roleLabel: string, firmName: string | null = null): Grant {
  return { __typename: 'Grant', id, role, roleLabel, placeName: '海曙区', firmName }
}

const admin = grant('g1', 'BUREAU_ADMIN', '局管理员')
const leader = grant('g2', 'LEADER', '局领导')
const adviser = grant('g3', 'LAWYER', '律师', '浙江甬江律师事务所')

const adminActs =
  'self account:read account:write audit:read dictionary:read dictionary:write setting:read setting:write place:read firm:read practitioner:read import:write pairing:read visit:read serviceLog:read duty:read overview:read'
const adviserActs =
  'self place:read firm:read practitioner:read pairing:read visit:read serviceLog:read serviceLog:write duty:read'

function viewer(displayName: string, now: Grant, grants: readonly Grant[], acts: string) {
  const account = { __typename: 'Account', id: 'a1', userName: 'demo', displayName, mustChangePassword: false }
  const bureau = { __typename: 'Bureau', shortName: '海曙区司法局' }
  return { __typename: 'Viewer', bureau, account, grant: now, grants, acts: acts.split(' '), passwordDue: null }
}

function signedIn(who: ReturnType<typeof viewer>): Answers {
  return {
    Viewer: () => ({ installation: haishu, viewer: who }),
    Doorway: () => ({ installation: haishu }),
  }
}

/** Invented viewers, as the API would answer for them. */
export const viewers = {
  admin: signedIn(viewer('陈晓明', admin, [admin, leader], adminActs)),
  lawyer: signedIn(viewer('林静宜', adviser, [adviser], adviserActs)),
} satisfies Record<string, Answers>
