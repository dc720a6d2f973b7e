import { DownloadOutlined } from '@ant-design/icons'
import { formatCount } from '@sitai/rules/numbers'
import { Button, Radio } from 'antd'

import type { ImportKind } from '../../generated/gql/graphql.ts'
import { Section } from '../ui/Section.tsx'
import { DropFile } from './DropFile.tsx'
import styles from './Imports.module.css'
import { kinds } from './labels.ts'

interface ImportStepsProps {
  kind: ImportKind
  /** How many rows a file may have. */
  rowCap: number
  onKind: (kind: ImportKind) => void
}

/** Bringing in an Excel file, in three steps. */
export function ImportSteps({ kind, rowCap, onKind }: ImportStepsProps) {
  const chosen = kinds.find(({ value }) => value === kind)
  return (
    <Section title="导入新文件">
      <Radio.Group
        aria-label="导入什么"
        optionType="button"
        buttonStyle="solid"
        className={styles['kinds'] ?? ''}
        value={kind}
        options={kinds.map(({ value, label }) => ({ value, label }))}
        onChange={({ target }) => {
          const found = kinds.find((it) => it.value === target.value)
          if (found) onKind(found.value)
        }}
      />
      <p className={styles['hint']}>{chosen?.what}</p>
      <ol className={styles['steps']}>
        <li className={styles['step']}>
          <h3 className={styles['stepTitle']}>第一步：下载模板填写</h3>
          <p>模板带有下拉选项和填写说明，一次最多 {formatCount(rowCap)} 行。</p>
          <Button icon={<DownloadOutlined aria-hidden="true" />} href={`/api/sheets/templates/${kind}.xlsx`} download>
            下载{chosen?.label}模板
          </Button>
        </li>
        <li className={styles['step']}>
          <h3 className={styles['stepTitle']}>第二步：上传检查</h3>
          <DropFile kind={kind} label={`上传填好的${chosen?.label ?? ''}表`} />
        </li>
        <li className={styles['step']}>
          <h3 className={styles['stepTitle']}>第三步：确认导入</h3>
          <p>看过检查结果后再确认。导入后7天内可以整批撤销。</p>
        </li>
      </ol>
    </Section>
  )
}
