import { assessmentResults, labelOf, politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'
import { practitionerMachine } from '@sitai/rules/machines'
import { useReadQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'

import type { PractitionerListPageQuery as Data } from '../../generated/gql/graphql.ts'
import { preload } from '../apollo.ts'
import { useDictionary } from '../dictionaries/useDictionary.ts'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { SavedViews } from '../savedViews/SavedViews.tsx'
import { useMay } from '../session/viewer.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import { type Column, columnsShown } from '../ui/column.ts'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect, FilterSelectMany } from '../ui/FilterSelect.tsx'
import { ListLoading } from '../ui/ListLoading.tsx'
import { optionsOf, stateOptions } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { pageOf, readUrl } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { BatchAssess } from './BatchAssess.tsx'
import { PractitionerState } from './PractitionerState.tsx'
import { listVariables, PractitionerUrl } from './practitionerUrl.ts'

const PractitionerListPageQuery = graphql(`
  query PractitionerListPage(
    $filter: PractitionerFilter
    $search: String
    $orderBy: PractitionerOrder
    $first: Int!
    $offset: Int!
  ) {
    practitioners(filter: $filter, search: $search, orderBy: $orderBy, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          id
          name
          kind
          licenceNo
          politicalStatus
          phoneMasked
          capacity
          load
          status
          firstLicensedOn
          languages
          firm {
            id
            name
          }
          specialties {
            topicCode
            topicLabel
            level
          }
          assessments(first: 1) {
            year
            result
          }
        }
      }
    }
    streets {
      code
      name
    }
  }
`)

/** The years whose assessments may still be open. */
const openYears = [1, 2].map((ago) => String(new Date().getFullYear() - ago))

export function loader({ request }: LoaderFunctionArgs) {
  const at = readUrl(PractitionerUrl, request)
  return preload(PractitionerListPageQuery, { variables: { ...listVariables(at), ...pageOf(at) } })
}

type Row = Data['practitioners']['edges'][number]['node']

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    fixed: true,
    sortable: true,
    card: 'heading',
    render: (it) => <Link to={paths.practitioner(it.id)}>{it.name}</Link>,
  },
  {
    key: 'firm',
    title: '执业机构',
    sortable: true,
    render: (it) => (it.firm ? <Link to={paths.firm(it.firm.id)}>{it.firm.name}</Link> : '无'),
  },
  { key: 'kind', title: '执业类别', render: (it) => labelOf(practitionerKinds, it.kind) },
  { key: 'licenceNo', title: '执业证号', sortable: true, render: (it) => it.licenceNo },
  { key: 'phone', title: '手机号码', render: (it) => it.phoneMasked ?? '未填' },
  { key: 'capacity', title: '结对社区', sortable: true, align: 'right', render: (it) => `${it.load} / ${it.capacity}` },
  { key: 'status', title: '状态', sortable: true, render: (it) => <PractitionerState status={it.status} /> },
  {
    key: 'specialties',
    title: '专业特长',
    render: (it) => (
      <div style={{ maxWidth: 176 }}>{it.specialties.map(({ topicLabel }) => topicLabel).join('、') || '未填'}</div>
    ),
  },
  { key: 'assessment', title: '最近考核', extra: true, card: 'none', render: (it) => assessmentOf(it) },
  {
    key: 'politics',
    title: '政治面貌',
    extra: true,
    card: 'none',
    render: (it) => labelOf(politicalStatuses, it.politicalStatus),
  },
  {
    key: 'firstLicensedOn',
    title: '首次执业',
    sortable: true,
    extra: true,
    card: 'none',
    render: (it) => it.firstLicensedOn ?? '未填',
  },
  { key: 'languages', title: '语言', extra: true, card: 'none', render: (it) => it.languages.join('、') || '未填' },
]

function assessmentOf({ assessments: [last] }: Row): string {
  return last ? `${last.year} ${labelOf(assessmentResults, last.result)}` : '未登记'
}

export function PractitionerListPage() {
  const { data } = useReadQuery(useLoaderData<typeof loader>())
  const [at, set] = useUrlState(PractitionerUrl)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const navigate = useNavigate()
  const { options: topics } = useDictionary('TOPIC')
  const mayCreate = useMay('practitioner:create')
  const own = !useMay('overview:read')
  const clear = () =>
    set({ q: '', kind: [], state: [], politics: [], firm: '', street: '', topic: '', free: false, unassessed: '' })
  const { q, kind, state, politics: chosenPolitics, firm, street, topic, free, unassessed } = at
  const filtered =
    [q, firm, street, topic, unassessed].some(Boolean) || free || kind.length + state.length + chosenPolitics.length > 0
  const empty = filtered ? (
    <EmptyMessage title="没有符合条件的执业人员" action={<Button onClick={clear}>清除条件</Button>} />
  ) : (
    <EmptyMessage title="还没有登记执业人员" description="可以逐个新增，也可以在“导入”中用 Excel 批量登记。" />
  )
  return (
    <Page
      title="执业人员"
      actions={
        <>
          <ExportButton
            list="practitioners"
            columns={columnsShown(columns, at.columns)}
            variables={listVariables(at)}
          />
          {mayCreate && (
            <Button type="primary" onClick={() => void navigate(paths.newPractitioner())}>
              新增人员
            </Button>
          )}
        </>
      }
    >
      {!own && (
        <FilterBar
          search={{ value: at.q, onSearch: (text) => set({ q: text }, { replace: true }) }}
          count={data.practitioners.totalCount}
          onClear={filtered ? clear : undefined}
          trailing={
            <>
              <SavedViews page="practitioners" />
              <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
            </>
          }
        >
          <FirmSelect label="执业机构" value={firm} width={180} onChange={(value) => set({ firm: value })} />
          <FilterSelect
            label="街道"
            value={street}
            options={data.streets.map((it) => ({ value: it.code, label: it.name }))}
            onChange={(value) => set({ street: value })}
          />
          <FilterSelectMany
            label="执业类别"
            value={kind}
            width={140}
            options={optionsOf(practitionerKinds)}
            onChange={(value) => set({ kind: [...value] })}
          />
          <FilterSelectMany
            label="状态"
            value={state}
            width={120}
            options={stateOptions(practitionerMachine)}
            onChange={(value) => set({ state: [...value] })}
          />
          <FilterSelectMany
            label="政治面貌"
            value={chosenPolitics}
            width={130}
            options={optionsOf(politicalStatuses)}
            onChange={(value) => set({ politics: [...value] })}
          />
          <FilterSelect
            label="专业特长"
            value={topic}
            width={130}
            options={optionsOf(topics)}
            onChange={(value) => set({ topic: value })}
          />
          <FilterSelect
            label="结对余额"
            value={free ? '1' : ''}
            width={130}
            options={[{ value: '1', label: '还可结对' }]}
            onChange={(value) => set({ free: value === '1' })}
          />
          <FilterSelect
            label="未登记考核"
            value={unassessed}
            width={150}
            options={openYears.map((year) => ({
              value: year,
              label: `${year} 年未登记`,
            }))}
            onChange={(value) => set({ unassessed: value })}
          />
        </FilterBar>
      )}
      <DataTable
        label="执业人员"
        columns={columns}
        rows={data.practitioners.edges.map(({ node }) => node)}
        rowKey={(it) => it.id}
        empty={empty}
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
        {...(mayCreate && {
          selection: {
            keys: chosen,
            onChange: setChosen,
            actions: <BatchAssess ids={chosen} onDone={() => setChosen([])} refetch={[PractitionerListPageQuery]} />,
          },
        })}
      />
      <Pager
        total={data.practitioners.totalCount}
        page={at.page}
        pageSize={at.size}
        onChange={(page, size) => set({ page, size })}
      />
    </Page>
  )
}

export function PractitionerListPageLoading() {
  return <ListLoading title="执业人员" />
}
