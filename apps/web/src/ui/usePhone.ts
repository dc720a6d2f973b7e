import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 768px)')

function subscribe(listener: () => void) {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}

/** Whether the window is as narrow as a phone's (768 px or less). */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => phone.matches)
}
