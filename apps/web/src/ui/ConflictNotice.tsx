import { Alert, Button } from 'antd'

/** Shown when somebody else changed the record meanwhile: nothing is overwritten, the newer one can be loaded. */
export function ConflictNotice({ message, onReload }: { message?: string; onReload: () => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={message ?? '别人刚刚修改过这条记录，您的修改没有保存。'}
      description={
        <>
          <p style={{ marginTop: 0 }}>载入最新内容后再改；您填写的内容会被替换，请先记下。</p>
          <Button onClick={onReload}>载入最新内容</Button>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
