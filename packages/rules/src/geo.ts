/**
 * Distance and the proximity score (属地就近). Coordinates are degrees on one datum for all points of a
 * bureau; the distance is as the crow flies, which is what the rule means by near.
 */
import type { Settings } from './settings.ts'

/** A place on the map, degrees. */
export interface Point {
  readonly lat: number
  readonly lng: number
}

/** How an adviser's street lies to the community's. */
export type StreetRelation = 'SAME' | 'ADJACENT' | 'OTHER'

/** Mean radius of the earth, km (IUGG). */
const EARTH_KM = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in km (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const half = (difference: number): number => Math.sin(radians(difference) / 2) ** 2
  const chord = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lng - a.lng)
  // Rounding may lift the sum above 1 for opposite points.
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(chord, 1)))
}

/** The shortest distance from any of the places, or null when either side has no coordinates. */
export function nearestKm(from: readonly Point[], to: Point | null): number | null {
  if (to === null || from.length === 0) return null
  return Math.min(...from.map((point) => distanceKm(point, to)))
}

/**
 * 0 to 100: `max(floor, max(0, 100 − perKm·km))` with floor 100 in the same street, the setting's in an adjacent one, 0
 * elsewhere. Taking the maximum keeps it monotone in distance. An unknown distance leaves the floor.
 */
export function proximityScore(km: number | null, street: StreetRelation, settings: Settings): number {
  const floor = { SAME: 100, ADJACENT: settings.adjacentStreetFloor, OTHER: 0 }[street]
  const byDistance = km === null ? 0 : Math.max(0, 100 - settings.proximityPerKm * km)
  return Math.max(floor, byDistance)
}

/** `850米`, `3.2公里`. */
export function formatDistance(km: number): string {
  return km < 1 ? `${Math.round(km * 1000)}米` : `${km.toFixed(1)}公里`
}
