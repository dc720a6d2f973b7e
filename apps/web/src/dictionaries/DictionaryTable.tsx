import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'

import type { DictKind, DictionaryTable_ItemsFragment as Item } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import type { Column } from '../ui/column.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { describeError } from '../ui/describeError.ts'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { useToast } from '../ui/toast.tsx'

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
  mutation UpdateDictItem($input: UpdateDictItemInput!) {
    updateDictItem(input: $input) {
      ...Refused
      ... on DictEntry {
        code
      }
    }
  }
`)

const ReorderDictItems = graphql(`
  mutation ReorderDictItems($input: ReorderDictItemsInput!) {
    reorderDictItems(input: $input) {
      ...Refused
      ... on Dictionary {
        items {
          code
        }
      }
    }
  }
`)

const ResetDictItem = graphql(`
  mutation ResetDictItem($input: ResetDictItemInput!) {
    resetDictItem(input: $input) {
      ...Refused
      ... on DictEntry {
        code
      }
    }
  }
`)

const refetch = ['DictionariesPage', 'Dictionary']
const originWords = { OWN: '本局自己的', INHERITED: '通用', OVERRIDDEN: '通用，本局改过' } as const

interface DictionaryTableProps {
  kind: DictKind
  items: readonly FragmentType<typeof DictionaryTableItems>[]
  mayWrite: boolean
}

/** The entries of one dictionary, with what can be done to each. */
export function DictionaryTable({ kind, mayWrite, ...props }: DictionaryTableProps) {
  const items = props.items.map((it) => readFragment(DictionaryTableItems, it))
  const toast = useToast()
  const [renamed, setRenamed] = useState<Item | null>(null)
  const [update, updating] = useAct(UpdateDictItem, { refetch })
  const [reorder, reordering] = useAct(ReorderDictItems, { refetch })
  const [reset, resetting] = useAct(ResetDictItem, { refetch })
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
  const rename = async ({ label }: { label: string }) => {
    if (!renamed || !(await update({ input: { ...keyOf(renamed), label } }))) return
    toast.success('已改名')
    setRenamed(null)
  }
  const switchActive = async (item: Item) => {
    const done = await update({ input: { ...keyOf(item), active: !item.active } })
    if (done) toast.success(item.active ? '已停用' : '已启用')
    return done
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
            <Button size="small" aria-label={`给${it.label}改名`} onClick={() => setRenamed(it)}>
              改名
            </Button>
            <ConfirmButton
              label={it.active ? '停用' : '启用'}
              refusal={null}
              question={`${it.active ? '停用' : '启用'}“${it.label}”？`}
              consequence={it.active ? '停用后不能再选，老记录上照常显示。可以再启用。' : '启用后又可以选择。'}
              confirmLabel={it.active ? '停用' : '启用'}
              act={updating}
              onConfirm={() => switchActive(it)}
              button={{ size: 'small' }}
            />
            {it.origin === 'OVERRIDDEN' && (
              <ConfirmButton
                label="恢复通用"
                refusal={null}
                question={`恢复“${it.label}”的通用内容？`}
                consequence="名称、顺序和启停都恢复成通用的。"
                confirmLabel="恢复"
                act={resetting}
                onConfirm={() => reset({ input: keyOf(it) })}
                button={{ size: 'small' }}
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
      <Modal open={renamed !== null} title="改名" footer={null} onCancel={() => setRenamed(null)} destroyOnHidden>
        {renamed && (
          <Form<{ label: string }>
            label="改名"
            submitLabel="保存"
            {...updating}
            initialValues={{ label: renamed.label }}
            onSubmit={rename}
            onCancel={() => setRenamed(null)}
            onReload={() => window.location.reload()}
          >
            <Field<{ label: string }> name="label" label="名称" hint="老记录上的名称会一同改变。" required>
              <Input maxLength={20} />
            </Field>
          </Form>
        )}
      </Modal>
    </>
  )
}
