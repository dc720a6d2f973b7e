import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

import styles from './toast.module.css'

/** A short word of success, for acts that have no form to say it in. Refusals belong in the form or dialog. */
export interface Toast {
  success: (text: string) => void
}

const ToastContext = createContext<Toast>({ success: () => {} })

/** How long a word stays, in milliseconds. */
const stay = 4000

/** Makes `useToast` work below it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ text: string; at: number } | null>(null)
  const toast = useMemo<Toast>(() => ({ success: (text) => setSaid({ text, at: performance.now() }) }), [])
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), stay)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <ToastContext value={toast}>
      {children}
      <div role="status" className={styles['place']}>
        {said && (
          <p key={said.at} className={styles['toast']}>
            <span aria-hidden="true" className={styles['tick']}>
              ✓
            </span>
            {said.text}
          </p>
        )}
      </div>
    </ToastContext>
  )
}

/** The toast of the page. */
export function useToast(): Toast {
  return use(ToastContext)
}
