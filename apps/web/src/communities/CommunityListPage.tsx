import { communityKinds, communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { formatCount } from '@sitai/rules/numbers'
import { Link, useLoaderData } from 'react-router'

import { graphql } from '../graphql.ts'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { oneFrom, oneOf } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { NewButton } from '../lists/NewButton.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf, placeOptions } from '../ui/options.ts'
import { CommunityState } from './CommunityState.tsx'

const CommunityListPageQuery = graphql(`
  query CommunityListPage(
    $filter: CommunityFilter, $search: String, $orderBy: CommunityOrder, $first: Int, $offset: Int
  ) {
    communities(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          code
          name
          kind
          status
          address
          population
          contactName
          contactPhoneMasked
          visitRoom
          officeHours
          street { code name }
          advisers { name firmName isLead }
        }
      }
    }
    streets { code name }
  }
`)

const advised = [
  { value: 'no', label: '暂无首席' },
  { value: 'yes', label: '已有首席' },
] as const

const communityList = declareList(CommunityListPageQuery, 'communities', {
  label: '社区',
  filters: [
    oneFrom('street', '街道', (it) => placeOptions(it.streets), 'streetCode'),
    oneOf('kind', '类型', optionsOf(communityKinds), 'kind', { width: 110 }),
    oneOf('advised', '首席顾问', advised, (it) => ({ hasAdviser: it && it === 'yes' }), { width: 130 }),
    oneOf('state', '状态', optionsOf(communityStatuses), 'status', { width: 120 }),
  ],
  columns: [
    column('name', '社区（村）', (it) => <Link to={paths.community(it.code)}>{it.name}</Link>, { sort: 'NAME' }),
    column('code', '区划代码', (it) => it.code, { sort: 'CODE', card: 'none' }),
    column('street', '街道', (it) => it.street.name),
    column('kind', '类型', (it) => labelOf(communityKinds, it.kind), { card: 'none' }),
    column('adviser', '首席顾问', (it) => leadOf(it.advisers)?.name ?? '暂无'),
    column('firm', '顾问机构', (it) => leadOf(it.advisers)?.firmName ?? ''),
    column('population', '常住人口', (it) => (it.population == null ? '未填' : formatCount(it.population)), {
      sort: 'POPULATION',
      align: 'right',
    }),
    column('status', '状态', (it) => <CommunityState status={it.status} />, { sort: 'STATUS' }),
    column('contact', '联系人', (it) => it.contactName ?? '未填', { extra: true }),
    column('phone', '联系电话', (it) => it.contactPhoneMasked ?? '未填', { extra: true }),
    column('room', '驻点场所', (it) => it.visitRoom ?? '未填', { extra: true }),
    column('hours', '接待时间', (it) => it.officeHours ?? '未填', { extra: true }),
    column('address', '地址', (it) => it.address ?? '未填', { extra: true }),
  ],
})

function leadOf<Adviser extends { isLead: boolean }>(advisers: readonly Adviser[]) {
  return advisers.find((it) => it.isLead)
}

export const { loader } = communityList

export function CommunityListPage() {
  const mayWrite = useMay('place:write')
  return (
    <ListPage
      list={communityList}
      answer={useLoaderData<typeof loader>()}
      title="社区"
      search="名称、拼音首字母、区划代码"
      actions={mayWrite && <NewButton to={paths.newCommunity()}>新增社区</NewButton>}
      empty="还没有登记社区"
      advice="可以逐个新增，也可以在“导入”中用 Excel 批量登记。"
    />
  )
}

export const CommunityListPageLoading = () => <ListLoading title="社区" />
