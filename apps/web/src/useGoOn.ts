import { useEffect, useRef } from 'react'
import { type To, useLocation, useNavigate, useNavigation } from 'react-router'

/**
 * Goes on to another page after a save. An answer may come late: whoever has gone elsewhere meanwhile, or is on the
 * way, is left to it.
 */
export function useGoOn(): (to: To) => void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { location: next } = useNavigation()
  const target = useRef(pathname)
  useEffect(() => {
    target.current = next?.pathname ?? pathname
  }, [pathname, next])
  return (to) => {
    // `pathname` is of the page on which it was saved. A dialog may be gone by now, the page around it not.
    const stays = new URL(pathname, window.location.href).pathname === window.location.pathname
    if (stays && target.current === pathname) void navigate(to)
  }
}
