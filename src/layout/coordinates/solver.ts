/** Least-distance constraints along one axis, and a solution of them. */
export interface Distance {
  readonly before: number
  readonly after: number
  readonly least: number
}

/**
 * The smallest coordinate ≥ 0 of each variable that satisfies all distances (longest paths).
 * Variables are numbered from 0 to `count` - 1; coordinates are in units of the arrangement.
 */
export function pack(count: number, distances: readonly Distance[]): Float64Array {
  const at = new Float64Array(count)
  // The constraint graph has no cycle; the bound only keeps a bug from looping for ever.
  for (let round = 0; round <= count + 1; round++) {
    let moved = false
    for (const { before, after, least } of distances) {
      const needed = at[before]! + least
      if (at[after]! >= needed - 1e-9) continue
      at[after] = needed
      moved = true
    }
    if (!moved) break
  }
  return at
}

interface Leeway {
  readonly low: number
  readonly high: number
}

export type Preference = (leeway: Leeway, at: Float64Array) => number

/**
 * Moves single variables towards their preferred position within the room that the distances
 * leave. Takes the solution of `pack`; `rounds` passes in both directions.
 */
export function relax(
  at: Float64Array,
  distances: readonly Distance[],
  wishes: ReadonlyMap<number, Preference>,
  rounds: number,
): Float64Array {
  const position = Float64Array.from(at)
  const bounds = new Map<number, Distance[]>()
  for (const distance of distances) {
    for (const one of [distance.before, distance.after]) {
      if (!wishes.has(one)) continue
      const known = bounds.get(one)
      if (known) known.push(distance)
      else bounds.set(one, [distance])
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const [one, wish] of wishes) {
      let low = -Infinity
      let high = Infinity
      for (const { before, after, least } of bounds.get(one) ?? []) {
        if (after === one) low = Math.max(low, position[before]! + least)
        else high = Math.min(high, position[after]! - least)
      }
      if (low > high) continue
      position[one] = Math.min(high, Math.max(low, wish({ low, high }, position)))
    }
  }
  return position
}
