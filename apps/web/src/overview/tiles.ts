/** A place with its centre; coordinates may be missing. */
export interface Placed {
  readonly code: string
  readonly lat?: number | null | undefined
  readonly lng?: number | null | undefined
}

/** Where a tile stands, in tiles from the upper left; `column` may be a half, so that short rows stand centred. */
export interface Tile<Place> {
  readonly place: Place
  readonly row: number
  readonly column: number
}

/**
 * Lays places out as equal tiles: north above south, west left of east, as many to a row as `columns`. Keeps who lies
 * north or west of whom within reason and invents no boundary. Places without a centre come last, by code.
 */
export function tilesOf<Place extends Placed>(places: readonly Place[], columns: number): Tile<Place>[] {
  const rows = Math.max(1, Math.ceil(places.length / columns))
  const sorted = [...places].sort((a, b) => (b.lat ?? -90) - (a.lat ?? -90) || a.code.localeCompare(b.code))
  const tiles: Tile<Place>[] = []
  let taken = 0
  for (let row = 0; row < rows; row++) {
    const size = Math.ceil((sorted.length - taken) / (rows - row))
    const ofRow = sorted
      .slice(taken, taken + size)
      .sort((a, b) => (a.lng ?? 180) - (b.lng ?? 180) || a.code.localeCompare(b.code))
    const indent = (Math.min(columns, Math.ceil(places.length / rows)) - size) / 2
    ofRow.forEach((place, index) => tiles.push({ place, row, column: index + indent }))
    taken += size
  }
  return tiles
}
