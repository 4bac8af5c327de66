/** Two orders of the same things: what has to be moved to make one of the other. */

/** As many of `list` as can stay where they are while the others move: a longest rising run by `rank`. */
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
  /** What stands before it now; none where it is the first. */
  readonly behind?: string
}

/** What stands in `before` and in `after` and has changed its place among those. */
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

/** The things of both, as one would read them: those of `after`, and what is gone where it was. */
export function mergedOrder(before: readonly string[], after: readonly string[]): readonly string[] {
  const merged = [...after]
  before.forEach((id, at) => {
    if (merged.includes(id)) return
    merged.splice(merged.indexOf(before[at - 1] ?? '') + 1, 0, id)
  })
  return merged
}
