/** Compares two orders of the same records: which must move to turn one into the other. */

/** The largest subset of `list` that can keep its place: a longest increasing subsequence by `rank`. */
export function stayingOf<T>(list: readonly T[], rank: (thing: T) => string | number): readonly T[] {
  const best: { readonly length: number; readonly from: number }[] = []
  list.forEach((thing, at) => {
    const before = best
      .map(({ length }, index) => ({ length, index }))
      .filter(({ index }) => rank(list[index]!) < rank(thing))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), { length: 0, index: -1 })
    best[at] = { length: before.length + 1, from: before.index }
  })
  let at = best.reduce((last, { length }, index) => (length > (best[last]?.length ?? 0) ? index : last), -1)
  const staying: T[] = []
  while (at >= 0) {
    staying.unshift(list[at]!)
    at = best[at]!.from
  }
  return staying
}

export interface MovedThing {
  readonly id: string
  /** The preceding record; undefined if first. */
  readonly behind?: string
}

/** The records in both lists whose relative place changed. */
export function movedBetween(before: readonly string[], after: readonly string[]): readonly MovedThing[] {
  const places = new Map(before.map((id, place) => [id, place]))
  const both = after.filter((id) => places.has(id))
  const staying = new Set(stayingOf(both, (id) => places.get(id)!))
  return after.flatMap((id, at) => {
    if (!places.has(id) || staying.has(id)) return []
    const behind = after[at - 1]
    return [{ id, ...(behind !== undefined && { behind }) }]
  })
}

/** Merges both orders: that of `after`, with removed records at their former place. */
export function mergedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const merged = [...after]
  before.forEach((id, at) => {
    if (merged.includes(id)) return
    merged.splice(merged.indexOf(before[at - 1] ?? '') + 1, 0, id)
  })
  return merged
}
