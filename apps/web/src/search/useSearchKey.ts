import { useEffect, useEffectEvent } from 'react'

/** Opens the search on Ctrl K (⌘ K). While a dialog is open the key does nothing: what it holds is not to be left. */
export function useSearchKey(open: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event
    if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey || isComposing) return
    // The browser's own meaning is a search of the web.
    event.preventDefault()
    const dialogs = [...document.querySelectorAll('[role="dialog"]')]
    if (!dialogs.some((it) => it.getClientRects().length > 0)) open()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
