import type { SearchKind, SearchQuery } from '../../generated/gql/graphql.ts'
import { paths, withSearch } from '../paths.ts'
import { matching } from './matching.ts'
import { placesFor } from './places.ts'
import { recentPaths } from './recent.ts'

/** Something to choose: where it leads, and what stands beside it. */
export interface Choice {
  path: string
  label: string
  detail: string
  /** A page or an act: this browser remembers that it was chosen. */
  isPlace: boolean
}

export interface Group {
  label: string
  choices: readonly Choice[]
}

/** The most choices of a group; the server answers no more of a kind. */
const most = 6

/** How the kinds of records are called, where one opens, and the list that has all of them. */
const kinds: Readonly<Record<SearchKind, { label: string; list: string; open: (key: string) => string }>> = {
  PRACTITIONER: { label: '人员', list: paths.practitioners(), open: paths.practitioner },
  FIRM: { label: '机构', list: paths.firms(), open: paths.firm },
  COMMUNITY: { label: '社区', list: paths.communities(), open: paths.community },
  STREET: { label: '街道', list: paths.streets(), open: (street) => paths.communities({ street }) },
  ACCOUNT: { label: '账号', list: paths.accounts(), open: paths.account },
}
const order: readonly SearchKind[] = ['PRACTITIONER', 'FIRM', 'COMMUNITY', 'STREET', 'ACCOUNT']

/** The pages and acts of a viewer that the words name; without words all of them, those chosen lately first. */
export function placeGroups(mayDo: readonly string[], words: string): Group[] {
  const { pages, acts } = placesFor(mayDo)
  if (words !== '') {
    return filled([
      { label: '页面', choices: matching(pages, words).slice(0, most).map(choiceOf) },
      { label: '办理', choices: matching(acts, words).slice(0, most).map(choiceOf) },
    ])
  }
  const all = [...pages, ...acts]
  const recent = recentPaths().flatMap((path) => all.find((it) => it.path === path) ?? [])
  const others = (places: readonly (typeof all)[number][]) => places.filter((it) => !recent.includes(it)).map(choiceOf)
  return filled([
    { label: '最近用过', choices: recent.map(choiceOf) },
    { label: '办理', choices: others(acts) },
    { label: '页面', choices: others(pages) },
  ])
}

/** The records that the server found, kind by kind; where there may be more, the way to the list of all. */
export function recordGroups(hits: SearchQuery['search'], words: string): Group[] {
  const groups = order.map((kind) => {
    const { label, list, open } = kinds[kind]
    const choices = hits
      .filter((it) => it.kind === kind)
      .map(({ key, title, detail }) => ({ path: open(key), label: title, detail, isPlace: false }))
    const all = { path: withSearch(list, { q: words }), label: `全部${label}…`, detail: '', isPlace: false }
    return { label, choices: choices.length < most ? choices : [...choices, all] }
  })
  return filled(groups)
}

function choiceOf({ path, label, area }: { path: string; label: string; area: string }): Choice {
  return { path, label, detail: area, isPlace: true }
}

function filled(groups: readonly Group[]): Group[] {
  return groups.filter(({ choices }) => choices.length > 0)
}
