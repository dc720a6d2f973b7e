import { sheets } from '@sitai/rules/sheets'

import type { ImportRows_BatchFragment } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FieldDiff } from '../ui/FieldDiff.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { FilterSelect } from '../ui/FilterSelect.tsx'
import { Pager } from '../ui/Pager.tsx'
import { Section } from '../ui/Section.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../useUrlState.ts'
import styles from './Imports.module.css'
import { ImportUrl } from './importUrl.ts'
import { outcomeTones, outcomeLabels } from './labels.ts'

const ImportRows_batch = graphql(`
  fragment ImportRows_batch on ImportBatch {
    id
    kind
    rows(outcome: $outcome, first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          rowNo
          outcome
          cells {
            field
            text
          }
          problems {
            field
            message
          }
          changes {
            field
            header
            before
            after
          }
        }
      }
    }
  }
`)

type Row = ImportRows_BatchFragment['rows']['edges'][number]['node']

/** The rows of an import with what becomes of each; by outcome, page by page. */
export function ImportRows({ batch }: { batch: FragmentType<typeof ImportRows_batch> }) {
  const { kind, rows } = readFragment(ImportRows_batch, batch)
  const [at, set] = useUrlState(ImportUrl)
  const sheet = sheets[kind]
  const first = sheet.columns.find(({ key }) => key === 'name')
  const identity = sheet.columns.find(({ key }) => key === sheet.identity)
  const textOf = (row: Row, field: string) => row.cells.find((it) => it.field === field)?.text ?? ''
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      title: first?.header ?? '名称',
      render: (it) => textOf(it, 'name') || '（空）',
      fixed: true,
      card: 'heading',
      width: 200,
    },
    { key: 'rowNo', title: '行号', render: (it) => it.rowNo, align: 'right', width: 72 },
    { key: 'identity', title: identity?.header ?? '', render: (it) => textOf(it, sheet.identity), width: 200 },
    {
      key: 'outcome',
      title: '结果',
      render: (it) => <Tag tone={outcomeTones[it.outcome]}>{outcomeLabels[it.outcome]}</Tag>,
      width: 88,
    },
    { key: 'detail', title: '说明', render: (it) => <Detail row={it} kind={kind} /> },
  ]
  return (
    <Section title="各行">
      <FilterBar count={rows.totalCount} onClear={at.outcome === '' ? undefined : () => set({ outcome: '' })}>
        <FilterSelect
          label="结果"
          value={at.outcome}
          options={Object.entries(outcomeLabels).map(([value, label]) => ({ value, label }))}
          onChange={(value) => set({ outcome: ImportUrl.outcome([value]) })}
        />
      </FilterBar>
      <DataTable
        label="各行"
        columns={columns}
        rows={rows.edges.map(({ node }) => node)}
        rowKey={(it) => String(it.rowNo)}
        empty={<EmptyMessage title="没有这种结果的行" />}
      />
      <Pager total={rows.totalCount} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
    </Section>
  )
}

function Detail({ row, kind }: { row: Row; kind: ImportRows_BatchFragment['kind'] }) {
  if (row.problems.length > 0) {
    return (
      <ul className={styles['problems']}>
        {inOrder(row.problems, kind).map(({ field, message }) => (
          <li key={field}>{message}</li>
        ))}
      </ul>
    )
  }
  if (row.changes.length > 0) {
    return (
      <FieldDiff
        changes={inOrder(row.changes, kind).map(({ field, header, before, after }) => ({
          field,
          label: header,
          before: before || null,
          after: after || null,
        }))}
      />
    )
  }
  const header = (field: string) => sheets[kind].columns.find(({ key }) => key === field)?.header ?? field
  const rest = inOrder(row.cells, kind).filter(({ field }) => field !== 'name' && field !== sheets[kind].identity)
  return (
    <span className={styles['cells']}>{rest.map(({ field, text }) => `${header(field)}：${text}`).join('，')}</span>
  )
}

/** As the sheet's columns stand; what is in none of them comes last. */
function inOrder<Of extends { field: string }>(
  things: readonly Of[],
  kind: ImportRows_BatchFragment['kind'],
): readonly Of[] {
  const { columns } = sheets[kind]
  const placeOf = ({ field }: Of) => {
    const at = columns.findIndex(({ key }) => key === field)
    return at < 0 ? columns.length : at
  }
  return things.toSorted((a, b) => placeOf(a) - placeOf(b))
}
