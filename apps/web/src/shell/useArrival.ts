import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * On arriving at another page the keyboard starts at its content and a screen reader hears its name.
 * A change of filter or tab within a page moves nothing.
 */
export function useArrival() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const [arrival, setArrival] = useState('')
  const last = useRef(pathname)

  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    // The page names itself in its own effect, after its chunk and data have come.
    const timer = setTimeout(() => setArrival(document.title), 400)
    return () => clearTimeout(timer)
  }, [pathname])

  return { main, arrival }
}
