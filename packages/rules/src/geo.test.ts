import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { distanceKm, formatDistance, nearestKm, proximityScore } from './geo.ts'
import { defaultSettings } from './settings.ts'

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})
const km = fc.double({ min: 0, max: 50, noNaN: true })
const street = fc.constantFrom('SAME' as const, 'ADJACENT' as const, 'OTHER' as const)

describe('distance and proximity', () => {
  test('a degree of latitude is about 111 km', () => {
    expect(distanceKm({ lat: 29, lng: 121.5 }, { lat: 30, lng: 121.5 })).toBeCloseTo(111.195, 2)
  })

  test('the same street counts full, an adjacent one at least 70, elsewhere 8 points go with each km', () => {
    expect(proximityScore(9, 'SAME', defaultSettings)).toBe(100)
    expect(proximityScore(9, 'ADJACENT', defaultSettings)).toBe(70)
    expect(proximityScore(2, 'ADJACENT', defaultSettings)).toBe(84)
    expect(proximityScore(5, 'OTHER', defaultSettings)).toBe(60)
    expect(proximityScore(20, 'OTHER', defaultSettings)).toBe(0)
    expect(proximityScore(null, 'ADJACENT', defaultSettings)).toBe(70)
  })

  test('the nearest of the office and the declared service points counts', () => {
    const community = { lat: 29.87, lng: 121.54 }
    expect(nearestKm([{ lat: 29.8, lng: 121.4 }, community], community)).toBe(0)
    expect(nearestKm([], community)).toBeNull()
    expect(nearestKm([community], null)).toBeNull()
  })

  test('distances read as people say them', () => {
    expect(formatDistance(0.8504)).toBe('850米')
    expect(formatDistance(3.21)).toBe('3.2公里')
  })

  test('distance is the same both ways, never negative and nothing to itself', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6)
        expect(distanceKm(a, b)).toBeGreaterThanOrEqual(0)
        expect(distanceKm(a, a)).toBe(0)
      }),
    )
  })

  test('farther is never better, and a nearer street never worse', () => {
    fc.assert(
      fc.property(km, km, street, (a, b, relation) => {
        const near = proximityScore(Math.min(a, b), relation, defaultSettings)
        const far = proximityScore(Math.max(a, b), relation, defaultSettings)
        expect(near).toBeGreaterThanOrEqual(far)
        expect(proximityScore(a, 'SAME', defaultSettings)).toBeGreaterThanOrEqual(
          proximityScore(a, 'ADJACENT', defaultSettings),
        )
        expect(near).toBeLessThanOrEqual(100)
      }),
    )
  })
})
