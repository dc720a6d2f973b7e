/** A position as the phone gives it. */
export interface Position {
  lat: number
  lng: number
}

/** Asks the phone where it is; null when it can't or may not say within ten seconds. */
export function whereAmI(): Promise<Position | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}
