import { Button } from 'antd'

import { ConfirmButton } from '../ui/ConfirmButton.tsx'

interface DiscardButtonProps {
  /** Whether anything has been written that would be a pity to lose. */
  written: boolean
  onDiscard: () => Promise<unknown>
}

const idle = { busy: false, refusal: null, error: undefined }

/** Gives up a log that was begun. It sits beside 提交, so what was written is not gone at one wrong press. */
export function DiscardButton({ written, onDiscard }: DiscardButtonProps) {
  if (!written)
    return (
      <Button size="large" onClick={() => void onDiscard()}>
        不记了
      </Button>
    )
  return (
    <ConfirmButton
      label="不记了"
      button={{ size: 'large' }}
      refusal={null}
      question="不记这篇日志了？"
      consequence="写下的内容和照片会从这台设备上删去，不能恢复。想以后再写，直接离开此页就行，草稿会留着。"
      confirmLabel="删去"
      danger
      act={idle}
      onConfirm={async () => {
        await onDiscard()
        return true
      }}
    />
  )
}
