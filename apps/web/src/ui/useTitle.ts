import { useEffect } from 'react'

/** Names the page in the browser's tab, in history and to a screen reader. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - 四台`
  }, [title])
}
