import { Alert, Button, Modal, Progress } from 'antd'

interface ProgressDialogProps {
  open: boolean
  title: string
  done: number
  /** Undefined while the extent is unknown. */
  total?: number
  /** What is going on, e.g. `正在校验第 3,200 行`. */
  step: string
  /** Why it stopped; null while it runs. */
  failure: string | null
  /** Stops it, if it can be stopped. */
  onStop?: () => void
  onClose: () => void
}

/** A long job and how far it is. It can be left: the job goes on at the server. */
export function ProgressDialog({ open, title, done, total, step, failure, onStop, onClose }: ProgressDialogProps) {
  const finished = total !== undefined && done >= total
  const percent = total ? Math.floor((done / total) * 100) : 0
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={
        <>
          {onStop && !finished && !failure && <Button onClick={onStop}>停止</Button>}
          <Button type="primary" onClick={onClose}>
            {finished || failure ? '关闭' : '在后台继续'}
          </Button>
        </>
      }
    >
      <Progress percent={percent} status={failure ? 'exception' : finished ? 'success' : 'active'} aria-label={title} />
      <p role="status">{step}</p>
      {failure && <Alert type="error" showIcon role="alert" title={failure} />}
    </Modal>
  )
}
