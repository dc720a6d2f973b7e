import { Alert } from 'antd'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { UndoButton } from './UndoButton.tsx'

interface BatchDoneProps {
  batchId: string
  count: number
  onUndone: () => void
}

/** What a bulk pairing did, with the way to its pairings and the way back. */
export function BatchDone({ batchId, count, onUndone }: BatchDoneProps) {
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
          <UndoButton of={{ batchId }} label="撤销整批" question={`撤销这 ${count} 个结对？`} onDone={onUndone} />
        </>
      }
    />
  )
}
