import { pairingMachine } from '@sitai/rules/machines'
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'

import { graphql } from '../graphql.ts'
import { LinkButton } from '../LinkButton.tsx'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { linked, manyOf, oneFrom, oneOf } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { placeOptions, stateOptions } from '../ui/options.ts'
import { type Defaults, loadDefaults } from './listDefaults.ts'
import { PairingState } from './PairingState.tsx'

const ListQuery = graphql(`
  query PairingList($filter: PairingFilter, $search: String, $orderBy: PairingOrder, $first: Int!, $offset: Int!) {
    pairings(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id seatLabel status statusLabel note
          termFrom lastDay daysLeft visitsPerMonth gradeLabel
          community { code name street { name } }
          practitioner { id name firm { id name } }
        }
      }
    }
  }
`)

const seats = [
  { value: 'LEAD', label: '首席顾问' },
  { value: 'ASSISTANT', label: '助理顾问' },
] as const

const watches = (days: number) =>
  [
    { value: 'expiring', label: `${days} 天内到期` },
    { value: 'unvisited', label: '本月尚未到位' },
  ] as const

const pairingList = ({ today, expiringDays, streets }: Defaults) =>
  declareList(ListQuery, 'pairings', {
    label: '结对',
    filters: [
      manyOf('states', '状态', stateOptions(pairingMachine), 'status', { width: 160 }),
      oneOf('seat', '席位', seats, 'seat', { width: 120 }),
      oneFrom('street', '街道', placeOptions(streets), 'placeCode'),
      oneOf('watch', '关注', watches(expiringDays), (watch) => ({
        expiringWithinDays: watch === 'expiring' ? expiringDays : null,
        withoutVisitSince: watch === 'unvisited' ? `${today.slice(0, 8)}01` : null,
      })),
      linked('person', 'practitionerId'),
      linked('batch', 'batchId'),
    ],
    columns: [
      column('community', '社区', (it) => <Link to={paths.pairing(it.id)}>{it.community.name}</Link>, {
        sort: 'COMMUNITY',
      }),
      column('street', '街道', (it) => it.community.street.name),
      column('practitioner', '顾问', ({ practitioner: it }) => <Link to={paths.practitioner(it.id)}>{it.name}</Link>, {
        sort: 'PRACTITIONER',
      }),
      column('firm', '执业机构', (it) => it.practitioner.firm?.name ?? '—'),
      column('seat', '席位', (it) => it.seatLabel),
      column('status', '状态', (it) => <PairingState status={it.status} label={it.statusLabel} />, { sort: 'STATUS' }),
      column('termFrom', '聘期自', (it) => it.termFrom, { sort: 'TERM_FROM' }),
      column('lastDay', '至', (it) => it.lastDay, { sort: 'ENDS_ON' }),
      column('daysLeft', '余（天）', (it) => it.daysLeft ?? '—', { align: 'right', extra: true, card: 'line' }),
      column('visits', '每月驻点', (it) => `${it.visitsPerMonth} 次`, { align: 'right', extra: true, card: 'line' }),
      column('grade', '考核', (it) => it.gradeLabel ?? '—', { extra: true, card: 'line' }),
      column('note', '说明', (it) => it.note ?? '—', { extra: true }),
    ],
  })

export async function loader(args: LoaderFunctionArgs) {
  const list = pairingList(await loadDefaults())
  return { list, answer: list.loader(args) }
}

/** Every pairing the viewer may see, past ones too. */
export function PairingListPage() {
  const mayWrite = useMay('pairing:write')
  return (
    <ListPage
      {...useLoaderData<typeof loader>()}
      title="结对"
      search="社区、顾问、拼音首字母、证号"
      actions={
        mayWrite && (
          <LinkButton type="primary" to={paths.pairingDesk()}>
            结对工作台
          </LinkButton>
        )
      }
      empty="还没有结对"
    />
  )
}

export const PairingListPageLoading = () => <ListLoading title="结对" />
