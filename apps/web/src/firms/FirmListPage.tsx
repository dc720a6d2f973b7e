import { firmKinds, labelOf, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import { firmMachine } from '@sitai/rules/machines'
import { Link, useLoaderData } from 'react-router'

import { graphql } from '../graphql.ts'
import { column } from '../lists/column.ts'
import { declareList } from '../lists/declareList.ts'
import { manyOf, oneFrom, oneOf } from '../lists/filters.tsx'
import { ListPage } from '../lists/ListPage.tsx'
import { NewButton } from '../lists/NewButton.tsx'
import { paths } from '../paths.ts'
import { useMay } from '../session/viewer.ts'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf, placeOptions, stateOptions } from '../ui/options.ts'
import { FirmState } from './FirmState.tsx'

const FirmListPageQuery = graphql(`
  query FirmListPage($filter: FirmFilter, $search: String, $orderBy: FirmOrder, $first: Int!, $offset: Int!) {
    firms(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          name
          kind
          creditCode
          licenceNo
          orgForm
          director
          phone
          address
          setUpOn
          status
          partyOrg
          practitionerCount
          street { code name }
        }
      }
    }
    streets { code name }
  }
`)

const firmList = declareList(FirmListPageQuery, 'firms', {
  label: '机构',
  filters: [
    oneOf('kind', '机构类别', optionsOf(firmKinds), 'kind'),
    oneFrom('street', '街道', (it) => placeOptions(it.streets), 'streetCode'),
    manyOf('state', '状态', stateOptions(firmMachine), 'status', { width: 130 }),
    oneOf('party', '党组织', optionsOf(partyOrgs), 'partyOrg', { width: 130 }),
  ],
  columns: [
    column('name', '机构名称', (it) => <Link to={paths.firm(it.id)}>{it.name}</Link>, { sort: 'NAME' }),
    column('kind', '机构类别', (it) => labelOf(firmKinds, it.kind), { sort: 'KIND' }),
    column('street', '所在街道', (it) => it.street?.name ?? '未填', { sort: 'STREET' }),
    column('director', '负责人', (it) => it.director ?? '未填'),
    column(
      'people',
      '在岗人数',
      (it) => <Link to={paths.practitioners({ firm: it.id, state: 'ACTIVE' })}>{it.practitionerCount}</Link>,
      { align: 'right' },
    ),
    column('phone', '办公电话', (it) => it.phone ?? '未填'),
    column('party', '党组织', (it) => labelOf(partyOrgs, it.partyOrg), { card: 'none' }),
    column('status', '状态', (it) => <FirmState status={it.status} />, { sort: 'STATUS' }),
    column('setUpOn', '设立日期', (it) => it.setUpOn ?? '未填', { sort: 'SET_UP_ON', extra: true }),
    column('orgForm', '组织形式', (it) => it.orgForm && labelOf(orgForms, it.orgForm), { extra: true }),
    column('creditCode', '统一社会信用代码', (it) => it.creditCode, { extra: true }),
    column('licenceNo', '执业许可证号', (it) => it.licenceNo, { extra: true }),
    column('address', '地址', (it) => it.address ?? '未填', { extra: true }),
  ],
})

export const { loader } = firmList

export function FirmListPage() {
  const mayCreate = useMay('firm:create')
  return (
    <ListPage
      list={firmList}
      answer={useLoaderData<typeof loader>()}
      title="执业机构"
      search="名称、拼音首字母、许可证号、信用代码"
      actions={mayCreate && <NewButton to={paths.newFirm()}>新增机构</NewButton>}
      empty="还没有登记机构"
      advice="可以逐家新增，也可以在“导入”中用 Excel 批量登记。"
    />
  )
}

export const FirmListPageLoading = () => <ListLoading title="执业机构" />
