import { Alert, Button } from 'antd'
import { Link } from 'react-router'

import { useAct } from '../act.ts'
import { paths } from '../paths.ts'
import { useToast } from '../ui/toast.tsx'
import { undone, UndoPairings } from './UndoButton.tsx'

interface JustPairedProps {
  pairing: { id: string; text: string }
  /** The next community without an adviser; null when there is none. */
  next: { code: string; name: string } | null
  onNext: (code: string) => void
  onUndone: () => void
  /** To look for the one who comes after. */
  onMore: () => void
}

/** What the second click did, the way back, and the way to the next vacancy. */
export function JustPaired({ pairing, next, onNext, onUndone, onMore }: JustPairedProps) {
  const [undo, act] = useAct(UndoPairings, { refetch: 'active' })
  const toast = useToast()
  const takeBack = async () => {
    const done = await undo({ input: { id: pairing.id } })
    if (!done) return
    toast.success(undone(done))
    onUndone()
  }
  return (
    <Alert
      type={act.refusal ? 'error' : 'success'}
      showIcon
      role="status"
      title={act.refusal ? act.refusal.message : pairing.text}
      description={
        <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 }}>
          {next && (
            <Button type="primary" autoFocus onClick={() => onNext(next.code)}>
              下一个：{next.name}
            </Button>
          )}
          <Button loading={act.busy} onClick={() => void takeBack()}>
            撤销
          </Button>
          <Button onClick={onMore}>另定下一任</Button>
          <Link to={paths.pairing(pairing.id)}>查看结对</Link>
        </div>
      }
    />
  )
}
