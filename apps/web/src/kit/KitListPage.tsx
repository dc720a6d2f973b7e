import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { listUrl, orderOf, url } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Column } from '../ui/column.ts'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterDates } from '../ui/FilterDates.tsx'
import { FilterSelect, FilterSelectMany } from '../ui/FilterSelect.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import { RefusableButton } from '../ui/RefusableButton.tsx'
import { SavedViews } from '../ui/SavedViews.tsx'

/** The parts of a list page on invented rows; built in the mode `kit` only, for the browser tests. */

const Url = {
  ...listUrl,
  firm: url.text(),
  states: url.list(),
  from: url.day(),
  to: url.day(),
  sort: url.sort(['name', 'load']),
}

interface Row {
  id: string
  name: string
  firm: string
  licenceNo: string
  phone: string
  load: number
}

const rows: readonly Row[] = Array.from({ length: 137 }, (_, index) => ({
  id: `r${index}`,
  name: ['林静宜', '周明远', '欧阳思齐', '单雨桐', '仇国栋'][index % 5] ?? '',
  firm: ['浙江甬江律师事务所', '浙江月湖律师事务所', '南门法律服务所'][index % 3] ?? '',
  licenceNo: `1330220${String(20101100000 + index * 37)}`.slice(0, 17),
  phone: `138****${String(1000 + index * 7).slice(-4)}`,
  load: (index * 7) % 6,
}))

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    render: (it) => <Link to={paths.home()}>{it.name}</Link>,
    sortable: true,
    fixed: true,
    card: 'heading',
  },
  { key: 'firm', title: '执业机构', render: (it) => it.firm },
  { key: 'licenceNo', title: '执业证号', render: (it) => it.licenceNo },
  { key: 'phone', title: '手机号', render: (it) => it.phone },
  { key: 'load', title: '结对社区', render: (it) => it.load, sortable: true, align: 'right' },
  { key: 'note', title: '备注', render: () => '—', extra: true },
]

export function KitListPage() {
  const [at, set] = useUrlState(Url)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const found = rows.filter((it) => it.name.includes(at.q) && (!at.firm || it.firm === at.firm))
  const order = orderOf(at.sort)
  const sorted =
    order?.key === 'load' ? found.toSorted((a, b) => (order.direction === 'ASC' ? 1 : -1) * (a.load - b.load)) : found
  const filtered = at.q !== '' || at.firm !== '' || at.states.length > 0 || at.from !== '' || at.to !== ''
  const clear = () => set({ q: '', firm: '', states: [], from: '', to: '' })
  return (
    <Page
      title="执业人员"
      actions={
        <>
          <RefusableButton refusal="导出须由局管理员办理。">导出</RefusableButton>
          <Button type="primary">新增人员</Button>
        </>
      }
    >
      <FilterBar
        search={{ value: at.q, onSearch: (q) => set({ q }, { replace: true }) }}
        count={found.length}
        onClear={filtered ? clear : undefined}
        trailing={
          <>
            <SavedViews
              views={[{ id: 'v1', name: '负担较重', isShared: true, isOwn: false }]}
              onApply={() => set({ sort: '-load' })}
              onSave={async () => '已有同名视图'}
              onRename={async () => null}
              onDelete={() => {}}
              mayShare
            />
            <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
          </>
        }
      >
        <FilterSelect
          label="执业机构"
          value={at.firm}
          options={[...new Set(rows.map((it) => it.firm))].map((it) => ({ value: it, label: it }))}
          onChange={(firm) => set({ firm })}
          width={180}
        />
        <FilterSelectMany
          label="状态"
          value={at.states}
          options={['在岗', '暂停', '离岗'].map((it) => ({ value: it, label: it }))}
          onChange={(states) => set({ states: [...states] })}
          width={140}
        />
        <FilterDates label="入库" from={at.from} to={at.to} onChange={set} />
      </FilterBar>
      <DataTable
        label="执业人员"
        columns={columns}
        rows={sorted.slice((at.page - 1) * at.size, at.page * at.size)}
        rowKey={(it) => it.id}
        empty={<EmptyMessage title="没有符合条件的人员" action={<Button onClick={clear}>清除条件</Button>} />}
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
        selection={{ keys: chosen, onChange: setChosen, actions: <Button>批量调整</Button> }}
      />
      <Pager total={found.length} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
    </Page>
  )
}
