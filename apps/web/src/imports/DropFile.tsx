import { InboxOutlined } from '@ant-design/icons'
import { Alert, Spin, Upload } from 'antd'
import { useNavigate } from 'react-router'

import type { ImportKind } from '../../generated/gql/graphql.ts'
import { paths } from '../paths.ts'
import styles from './Imports.module.css'
import { useUpload } from './upload.ts'

/** Where a filled-in workbook is dropped or chosen; its dry run opens when the server has taken it. */
export function DropFile({ kind, label }: { kind: ImportKind; label: string }) {
  const navigate = useNavigate()
  const [send, { busy, refusal }] = useUpload()
  const take = async (file: File) => {
    const id = await send(kind, file)
    if (id) await navigate(paths.import(id))
  }
  return (
    <>
      {refusal && <Alert className={styles['notice'] ?? ''} type="error" showIcon role="alert" title={refusal} />}
      <Spin spinning={busy} description="正在上传…">
        <Upload.Dragger
          accept=".xlsx"
          multiple={false}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <div className={styles['drop']}>
            <InboxOutlined aria-hidden="true" className={styles['dropIcon'] ?? ''} />
            <p className={styles['dropLabel']}>{label}</p>
            <p className={styles['hint']}>点这里选择文件，或把 .xlsx 文件拖进来。先检查，不会直接写入。</p>
          </div>
        </Upload.Dragger>
      </Spin>
    </>
  )
}
