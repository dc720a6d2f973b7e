import { useSyncExternalStore } from 'react'

// A sheet of paper is narrower than that too, and no phone.
const phone = watched('screen and (max-width: 768px)')
const still = watched('(prefers-reduced-motion: reduce)')

/** Whether the window is as narrow as a phone's (768 px or less). */
export function usePhone(): boolean {
  return useSyncExternalStore(phone.subscribe, phone.matches)
}

/** Whether the viewer asked their system for nothing that moves. */
export function useStill(): boolean {
  return useSyncExternalStore(still.subscribe, still.matches)
}

function watched(query: string) {
  const list = window.matchMedia(query)
  return {
    matches: () => list.matches,
    subscribe: (listener: () => void) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
  }
}
