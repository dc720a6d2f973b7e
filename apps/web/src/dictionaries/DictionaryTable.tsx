import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'

import type { DictKind, DictionaryTable_ItemsFragment as Item } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { ActDialog } from '../ActDialog.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Field } from '../ui/Field.tsx'

const DictionaryTableItems = graphql(`
  fragment DictionaryTable_items on DictEntry {
    code
    label
    active
    origin
    version
  }
`)

const UpdateDictItem = graphql(`
  mutation UpdateDictItem($input: UpdateDictItemInput!) { updateDictItem(input: $input) { ...Refused } }
`)

const ReorderDictItems = graphql(`
  mutation ReorderDictItems($input: ReorderDictItemsInput!) { reorderDictItems(input: $input) { ...Refused } }
`)

const ResetDictItem = graphql(`
  mutation ResetDictItem($input: ResetDictItemInput!) { resetDictItem(input: $input) { ...Refused } }
`)

const originWords = { OWN: '本局自己的', INHERITED: '通用', OVERRIDDEN: '通用，本局改过' } as const

interface DictionaryTableProps {
  kind: DictKind
  items: readonly FragmentType<typeof DictionaryTableItems>[]
  mayWrite: boolean
}

/** The entries of one dictionary, with what can be done to each. */
export function DictionaryTable({ kind, mayWrite, ...props }: DictionaryTableProps) {
  const items = props.items.map((it) => readFragment(DictionaryTableItems, it))
  const [reorder, reordering] = useAct(ReorderDictItems, { refetch: 'active' })
  const keyOf = (item: Item) => ({ kind, code: item.code, expectedVersion: item.version })
  const failure =
    reordering.refusal?.message ?? (reordering.error == null ? null : describeError(reordering.error).title)

  const move = (item: Item, by: 1 | -1) => {
    const codes = items.map(({ code }) => code)
    const from = codes.indexOf(item.code)
    const other = codes[from + by]
    if (other === undefined) return
    codes[from + by] = item.code
    codes[from] = other
    void reorder({ input: { kind, codes } })
  }
  const columns: readonly Column<Item>[] = [
    { key: 'label', title: '名称', render: (it) => it.label, fixed: true, card: 'heading' },
    { key: 'code', title: '代码', render: (it) => it.code },
    { key: 'origin', title: '来源', render: (it) => originWords[it.origin] },
    { key: 'active', title: '状态', render: (it) => (it.active ? '启用' : '停用') },
    {
      key: 'acts',
      title: '操作',
      render: (it) =>
        mayWrite && (
          <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
            <Button
              size="small"
              icon={<ArrowUpOutlined aria-hidden="true" />}
              aria-label={`把${it.label}往上移`}
              disabled={items[0] === it || reordering.busy}
              onClick={() => move(it, -1)}
            />
            <Button
              size="small"
              icon={<ArrowDownOutlined aria-hidden="true" />}
              aria-label={`把${it.label}往下移`}
              disabled={items.at(-1) === it || reordering.busy}
              onClick={() => move(it, 1)}
            />
            <ActDialog
              act={UpdateDictItem}
              label="改名"
              title="改名"
              button={{ size: 'small', 'aria-label': `给${it.label}改名` }}
              submitLabel="保存"
              initialValues={{ label: it.label }}
              input={({ label }: { label: string }) => ({ ...keyOf(it), label })}
              onReload={() => window.location.reload()}
              toast="已改名"
            >
              <Field<{ label: string }> name="label" label="名称" hint="老记录上的名称会一同改变。" required>
                <Input maxLength={20} />
              </Field>
            </ActDialog>
            <ActButton
              act={UpdateDictItem}
              input={() => ({ ...keyOf(it), active: !it.active })}
              label={it.active ? '停用' : '启用'}
              button={{ size: 'small' }}
              question={`${it.active ? '停用' : '启用'}“${it.label}”？`}
              consequence={it.active ? '停用后不能再选，老记录上照常显示。可以再启用。' : '启用后又可以选择。'}
              toast={it.active ? '已停用' : '已启用'}
            />
            {it.origin === 'OVERRIDDEN' && (
              <ActButton
                act={ResetDictItem}
                input={() => keyOf(it)}
                label="恢复通用"
                button={{ size: 'small' }}
                question={`恢复“${it.label}”的通用内容？`}
                consequence="名称、顺序和启停都恢复成通用的。"
                confirmLabel="恢复"
              />
            )}
          </span>
        ),
    },
  ]
  return (
    <>
      {failure && <Alert type="error" showIcon role="alert" title={failure} />}
      <DataTable
        label="字典项"
        columns={columns}
        rows={items}
        rowKey={(it) => it.code}
        empty={<EmptyMessage title="还没有字典项" />}
      />
    </>
  )
}
