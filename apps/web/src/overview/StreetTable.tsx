import { formatCount, formatPercent } from '@sitai/rules/numbers'
import { Link, useLocation } from 'react-router'

import type { StreetTable_StreetFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FigureLink } from './FigureLink.tsx'
import { compareRates, hoursOf } from './words.ts'

export const StreetTable_street = graphql(`
  fragment StreetTable_street on OverviewStreet {
    code
    name
    now {
      communities
      covered
      uncovered
      monthsMet
      monthsDue
      minutes
      consultations
      lectures
      mediations
      redCommunities
      yellowCommunities
      arrival {
        value
      }
    }
    last {
      arrival {
        value
      }
    }
  }
`)

type Street = StreetTable_StreetFragment

interface StreetTableProps {
  streets: readonly FragmentType<typeof StreetTable_street>[]
  ofFirm: boolean
  /** Empty: what is red first. */
  sort: string
  onSort: (sort: string) => void
}

/** The streets by number; each number opens its facts, each name its own page. */
export function StreetTable({ streets, ofFirm, sort, onSort }: StreetTableProps) {
  const rows = sorted(
    streets.map((it) => readFragment(StreetTable_street, it)),
    sort,
  )
  return (
    <DataTable<Street>
      label="各街道"
      columns={ofFirm ? columns.filter(({ key }) => key !== 'uncovered') : columns}
      rows={rows}
      rowKey={(it) => it.code}
      sort={sort}
      onSort={onSort}
      empty={<EmptyMessage title="还没有登记街道。" />}
    />
  )
}

const columns: readonly Column<Street>[] = [
  {
    key: 'name',
    title: '街道',
    render: (it) => <StreetLink street={it} />,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  {
    key: 'covered',
    title: '已配/在册社区',
    render: (it) => (
      <>
        <FigureLink figure="COVERED" value={it.now.covered} street={it} small /> /{' '}
        <FigureLink figure="COMMUNITIES" value={it.now.communities} street={it} small />
      </>
    ),
    sortable: true,
    align: 'right',
  },
  {
    key: 'arrival',
    title: '到位率（到位/应到月）',
    render: (it) => (
      <>
        {formatPercent(it.now.arrival.value ?? null)}（
        <FigureLink figure="MONTHS_MET" value={it.now.monthsMet} street={it} small />/
        <FigureLink figure="MONTHS_DUE" value={it.now.monthsDue} street={it} small />）
      </>
    ),
    sortable: true,
    align: 'right',
  },
  {
    key: 'change',
    title: '较上期',
    render: (it) => compareRates(it.now.arrival.value, it.last.arrival.value)?.text ?? '—',
    align: 'right',
  },
  {
    key: 'hours',
    title: '驻点小时',
    render: (it) => <FigureLink figure="MINUTES" value={formatCount(hoursOf(it.now.minutes))} street={it} small />,
    sortable: true,
    align: 'right',
  },
  {
    key: 'consultations',
    title: '咨询人次',
    render: (it) => <FigureLink figure="CONSULTATIONS" value={formatCount(it.now.consultations)} street={it} small />,
    sortable: true,
    align: 'right',
  },
  {
    key: 'lectures',
    title: '讲座场',
    render: (it) => <FigureLink figure="LECTURES" value={it.now.lectures} street={it} small />,
    align: 'right',
  },
  {
    key: 'mediations',
    title: '调处件',
    render: (it) => <FigureLink figure="MEDIATIONS" value={it.now.mediations} street={it} small />,
    align: 'right',
  },
  {
    key: 'red',
    title: '红/黄社区',
    render: (it) => (
      <>
        红 <FigureLink figure="RED_COMMUNITIES" value={it.now.redCommunities} street={it} small /> · 黄{' '}
        <FigureLink figure="YELLOW_COMMUNITIES" value={it.now.yellowCommunities} street={it} small />
      </>
    ),
    sortable: true,
  },
]

/** Narrows the whole page to the street. */
function StreetLink({ street: { code, name } }: { street: Street }) {
  const { pathname, search } = useLocation()
  const params = new URLSearchParams(search)
  params.set('street', code)
  return <Link to={{ pathname, search: params.toString() }}>{name}</Link>
}

/** The page holds all streets, so it may sort them itself. */
function sorted(rows: Street[], sort: string): Street[] {
  const key = sort.replace('-', '')
  const of = ({ now }: Street): number =>
    ({
      covered: now.communities === 0 ? 1 : now.covered / now.communities,
      arrival: now.arrival.value ?? 2,
      hours: now.minutes,
      consultations: now.consultations,
      red: now.redCommunities,
    })[key] ?? 0
  if (key === '') {
    return rows.sort(
      (a, b) => b.now.redCommunities - a.now.redCommunities || (a.now.arrival.value ?? 2) - (b.now.arrival.value ?? 2),
    )
  }
  const order = sort.startsWith('-') ? -1 : 1
  return rows.sort((a, b) => order * (key === 'name' ? a.code.localeCompare(b.code) : of(a) - of(b)))
}
