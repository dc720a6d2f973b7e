import { Button, message } from 'antd'
import { createContext, type ReactNode, use, useMemo } from 'react'

/** A short word of success, for acts that have no form to say it in. Refusals belong in the form or dialog. */
export interface Toast {
  success: (text: string) => void
  /** Success that can be taken back: the act stands beside the words for ten seconds. */
  undoable: (text: string, undo: { label: string; onUndo: () => void }) => void
}

const ToastContext = createContext<Toast>({ success: () => {}, undoable: () => {} })

/** Makes `useToast` work below it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [api, holder] = message.useMessage({ top: 64 })
  const toast = useMemo<Toast>(() => {
    const success = (text: string) => void api.success(text, 4)
    const undoable: Toast['undoable'] = (text, { label, onUndo }) => {
      const key = crypto.getRandomValues(new Uint32Array(1)).join()
      const undo = () => {
        api.destroy(key)
        onUndo()
      }
      const content = (
        <>
          {text}{' '}
          <Button type="link" size="small" onClick={undo}>
            {label}
          </Button>
        </>
      )
      void api.open({ key, type: 'success', content, duration: 10 })
    }
    return { success, undoable }
  }, [api])
  return (
    <ToastContext value={toast}>
      {children}
      <div role="status">{holder}</div>
    </ToastContext>
  )
}

/** The toast of the page. */
export function useToast(): Toast {
  return use(ToastContext)
}
