import { formatCount } from '@sitai/rules/numbers'
import { Checkbox, Radio } from 'antd'
import { useState } from 'react'

import type { ImportMode } from '../../generated/gql/graphql.ts'
import { ActButton } from '../ActButton.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { Section } from '../ui/Section.tsx'
import styles from './Imports.module.css'
import { kindLabel } from './labels.ts'

const ImportCommit_batch = graphql(`
  fragment ImportCommit_batch on ImportBatch {
    id
    kind
    newRows
    changedRows
    sameRows
    badRows
    refusals { act message }
  }
`)

const CommitImport = graphql(`
  mutation CommitImport($input: CommitImportInput!) { commitImport(input: $input) { ...Refused } }
`)

/** The third step: whether bad rows hold up the good ones, and the go. */
export function ImportCommit(props: { batch: FragmentType<typeof ImportCommit_batch> }) {
  const batch = readFragment(ImportCommit_batch, props.batch)
  const { id, kind, newRows, changedRows, sameRows, badRows } = batch
  const [mode, setMode] = useState<ImportMode>('ALL_OR_NOTHING')
  const [verified, setVerified] = useState(true)
  const blocked =
    badRows > 0 && mode === 'ALL_OR_NOTHING'
      ? `有 ${formatCount(badRows)} 行有错，请改正后重新上传，或选“跳过有错的行”。`
      : null
  return (
    <Section title="第三步：确认导入">
      <div className={styles['choice']}>
        {badRows > 0 && (
          <Radio.Group
            vertical
            aria-label="有错的行怎么办"
            value={mode}
            onChange={({ target }) => setMode(target.value === 'SKIP_BAD' ? 'SKIP_BAD' : 'ALL_OR_NOTHING')}
            options={[
              { value: 'ALL_OR_NOTHING', label: '有错就全部不导，改好再一起导入' },
              { value: 'SKIP_BAD', label: `跳过有错的 ${formatCount(badRows)} 行，先导入其余的` },
            ]}
          />
        )}
        {kind === 'PRACTITIONERS' && newRows > 0 && (
          <Checkbox checked={verified} onChange={({ target }) => setVerified(target.checked)}>
            新增人员的证件已经核验，直接登记为“正常执业”（不勾选则为“待核验”，核验后才能结对）
          </Checkbox>
        )}
        <div>
          <ActButton
            act={CommitImport}
            input={() => ({ id, mode, verified })}
            label="确认导入"
            on={batch}
            refusal={blocked}
            question={`导入${kindLabel(kind)}？`}
            consequence={`将新增 ${formatCount(newRows)} 条，更新 ${formatCount(changedRows)} 条；${formatCount(sameRows)} 行与登记一致，不动。导入后7天内可以整批撤销。`}
            confirmLabel="导入"
            button={{ type: 'primary' }}
          />
        </div>
      </div>
    </Section>
  )
}
