import { formatCount } from '@sitai/rules/numbers'
import { Alert } from 'antd'

import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { Section } from '../ui/Section.tsx'
import styles from './Imports.module.css'

const ImportUndo_batch = graphql(`
  fragment ImportUndo_batch on ImportBatch {
    id
    newRows
    changedRows
    badRows
    refusals { act message }
    undoObstacles {
      rowNo
      reason
    }
  }
`)

const UndoImport = graphql(`
  mutation UndoImport($input: UndoImportInput!) { undoImport(input: $input) { ...Refused } }
`)

/** What was written, and taking all of it back: or the rows that stand in the way, with their reasons. */
export function ImportUndo(props: { batch: FragmentType<typeof ImportUndo_batch> }) {
  const batch = readFragment(ImportUndo_batch, props.batch)
  const { id, newRows, changedRows, badRows, undoObstacles } = batch
  const blocked = undoObstacles.length > 0 ? '有的行导入后又用到或修改过，不能整批撤销，见下面的说明。' : null
  return (
    <Section title="已导入">
      <Alert
        className={styles['notice'] ?? ''}
        type="success"
        showIcon
        title={`新增 ${formatCount(newRows)} 条，更新 ${formatCount(changedRows)} 条${badRows > 0 ? `，跳过 ${formatCount(badRows)} 行` : ''}。`}
      />
      <ActButton
        act={UndoImport}
        input={() => ({ id })}
        label="撤销这次导入"
        on={batch}
        refusal={blocked}
        question="撤销这次导入？"
        consequence={`新增的 ${formatCount(newRows)} 条将去掉，更新的 ${formatCount(changedRows)} 条恢复原样。有一条不能撤销，就一条也不动。`}
        confirmLabel="撤销导入"
        danger
        toast="已整批撤销"
      />
      {undoObstacles.length > 0 && (
        <>
          <p>妨碍撤销的行{undoObstacles.length === 100 ? '（前100行）' : ''}：</p>
          <ul className={styles['problems']}>
            {undoObstacles.map(({ rowNo, reason }) => (
              <li key={rowNo}>
                第{rowNo}行：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
