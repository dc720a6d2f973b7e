import { Alert } from 'antd'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useUndo } from './useUndo.ts'

interface BatchDoneProps {
  batchId: string
  count: number
  onUndone: () => void
}

/** What a bulk pairing did, with the way to its pairings and the way back. */
export function BatchDone({ batchId, count, onUndone }: BatchDoneProps) {
  const { undo, act } = useUndo()
  const takeBack = async () => {
    const done = await undo({ batchId })
    if (done) onUndone()
    return done
  }
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={`已为 ${count} 个社区结对`}
      description={
        <>
          <p>
            <Link to={paths.pairings({ batch: batchId })}>查看这一批</Link>，或{' '}
            <Link to={paths.pairingDesk()}>回到结对工作台</Link>。
          </p>
          <ConfirmButton
            label="撤销整批"
            refusal={null}
            question={`撤销这 ${count} 个结对？`}
            consequence="撤销后如同没有办过；操作日志里仍有记录。"
            confirmLabel="撤销"
            danger
            act={act}
            onConfirm={takeBack}
          />
        </>
      }
    />
  )
}
