import { type MouseEvent, useRef, useState } from 'react'

/**
 * Does a thing once at a time: `once(act)` does nothing while a former act is under way, which `busy` says.
 */
export function useOnce(): [busy: boolean, once: (act: () => Promise<unknown>) => void] {
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  const once = (act: () => Promise<unknown>) => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    void act().finally(() => {
      underWay.current = false
      setBusy(false)
    })
  }
  return [busy, once]
}

/** Whether it is no second click of a double click: the first may have been answered already. */
export function isFirstClick({ detail }: MouseEvent): boolean {
  return detail <= 1
}

/** On a form's button: the second click of a double click hands nothing in. */
export function firstClick(event: MouseEvent): void {
  if (!isFirstClick(event)) event.preventDefault()
}
