import { message } from 'antd'
import { createContext, type ReactNode, use, useMemo } from 'react'

/** A short word of success, for acts that have no form to say it in. Refusals belong in the form or dialog. */
export interface Toast {
  success: (text: string) => void
}

const ToastContext = createContext<Toast>({ success: () => {} })

/** Makes `useToast` work below it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [api, holder] = message.useMessage({ top: 64 })
  const toast = useMemo<Toast>(() => {
    const success = (text: string) => void api.success(text, 4)
    return { success }
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
