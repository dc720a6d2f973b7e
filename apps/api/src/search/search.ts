import { firmMachine, practitionerMachine } from '@sitai/rules/machines'
import { lengthOf } from '@sitai/rules/text'
import { type Act, may } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleAccounts } from '../accounts/account.access.ts'
import { Refusal } from '../acts/refusal.ts'
import { visibleCommunities } from '../communities/community.access.ts'
import { db } from '../data/db.ts'
import { visibleFirms } from '../firms/firm.access.ts'
import { globalId } from '../graphql/ids.ts'
import { nameMatches, searchWords } from '../lists/listQuery.ts'
import { visiblePractitioners } from '../practitioners/practitioner.access.ts'
import { visibleStreets } from '../streets/street.access.ts'

/** The kinds of records that are found by name, in the order they are shown in. */
export const searchKinds = ['PRACTITIONER', 'FIRM', 'COMMUNITY', 'STREET', 'ACCOUNT'] as const

/** A record that was found. */
export interface SearchHit {
  readonly kind: (typeof searchKinds)[number]
  /** The opaque id; of a place its division code. */
  readonly id: string
  readonly title: string
  /** Where it belongs, to tell it from others of that name. */
  readonly detail: string
}

/** The most hits of a kind: whoever looks for more has the kind's own list. */
const most = 6
const longest = 100

type Finder = (viewer: Viewer, search: string) => Promise<readonly SearchHit[]>

/** How each kind is found: by what its own list finds it by, by whoever may open that list. */
const finders: readonly { readonly act: Act; readonly find: Finder }[] = [
  { act: 'practitioner:read', find: findPractitioners },
  { act: 'firm:read', find: findFirms },
  { act: 'place:read', find: findCommunities },
  { act: 'place:read', find: findStreets },
  { act: 'account:read', find: findAccounts },
]

/** The records that this viewer may open and that the words name, kind by kind; one question to the database for each. */
export async function searchRecords(viewer: Viewer, text: string): Promise<SearchHit[]> {
  const words = text.trim()
  if (lengthOf(words) > longest) throw new Refusal('TEXT_TOO_LONG', `查找的词最多 ${longest} 个字。`, ['text'])
  if (words === '') return []
  const found = finders.filter(({ act }) => may(viewer, act)).map(({ find }) => find(viewer, words))
  return (await Promise.all(found)).flat()
}

async function findPractitioners(viewer: Viewer, search: string): Promise<SearchHit[]> {
  const rows = await db.practitioner.findMany({
    where: {
      AND: [
        visiblePractitioners(viewer),
        searchWords(search, (text, plain) => [
          ...nameMatches(text, plain),
          { licenceNo: { startsWith: text.toUpperCase() } },
          ...(/^\d{4}$/.test(plain) ? [{ phoneTail: plain }] : []),
        ]) ?? {},
      ],
    },
    select: { id: true, name: true, status: true, firm: { select: { name: true } } },
    orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return rows.map(({ id, name, status, firm }) => ({
    kind: 'PRACTITIONER',
    id: globalId('Practitioner', id),
    title: name,
    detail: joined(firm?.name, status !== 'ACTIVE' && practitionerMachine.labels[status]),
  }))
}

async function findFirms(viewer: Viewer, search: string): Promise<SearchHit[]> {
  const rows = await db.firm.findMany({
    where: {
      AND: [
        visibleFirms(viewer),
        searchWords(search, (text, plain) => [
          ...nameMatches(text, plain),
          { licenceNo: { startsWith: text.toUpperCase() } },
          { creditCode: { startsWith: text.toUpperCase() } },
        ]) ?? {},
      ],
    },
    select: { id: true, name: true, status: true, street: { select: { name: true } } },
    orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return rows.map(({ id, name, status, street }) => ({
    kind: 'FIRM',
    id: globalId('Firm', id),
    title: name,
    detail: joined(street?.name, status !== 'ACTIVE' && firmMachine.labels[status]),
  }))
}

async function findCommunities(viewer: Viewer, search: string): Promise<SearchHit[]> {
  const rows = await db.community.findMany({
    where: {
      AND: [
        visibleCommunities(viewer),
        searchWords(search, (text, plain) => [
          ...nameMatches(text, plain),
          ...(/^\d+$/.test(plain) ? [{ code: { startsWith: plain } }] : []),
        ]) ?? {},
      ],
    },
    select: { code: true, name: true, status: true, street: { select: { name: true } } },
    orderBy: [{ pinyin: 'asc' }, { code: 'asc' }],
    take: most,
  })
  return rows.map(({ code, name, status, street }) => ({
    kind: 'COMMUNITY',
    id: code,
    title: name,
    detail: joined(street.name, status !== 'ACTIVE' && '已撤并'),
  }))
}

async function findStreets(viewer: Viewer, search: string): Promise<SearchHit[]> {
  const rows = await db.street.findMany({
    where: {
      AND: [
        visibleStreets(viewer),
        searchWords(search, (text, plain) => [
          { name: { contains: text } },
          { initials: { startsWith: plain } },
          { code: { startsWith: plain } },
        ]) ?? {},
      ],
    },
    select: { code: true, name: true, justiceOffice: true },
    orderBy: { code: 'asc' },
    take: most,
  })
  return rows.map(({ code, name, justiceOffice }) => ({
    kind: 'STREET',
    id: code,
    title: name,
    detail: joined(justiceOffice),
  }))
}

async function findAccounts(viewer: Viewer, search: string): Promise<SearchHit[]> {
  const rows = await db.account.findMany({
    where: {
      AND: [
        visibleAccounts(viewer),
        searchWords(search, (text, plain) => [
          { displayName: { contains: text } },
          { userName: { startsWith: plain } },
          { initials: { startsWith: plain } },
          { pinyin: { startsWith: plain } },
        ]) ?? {},
      ],
    },
    select: { id: true, displayName: true, userName: true, status: true },
    orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return rows.map(({ id, displayName, userName, status }) => ({
    kind: 'ACCOUNT',
    id: globalId('Account', id),
    title: displayName,
    detail: joined(userName, status !== 'ACTIVE' && '已停用'),
  }))
}

function joined(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ')
}
