/** Where the parts of a folded flow stand. */
import type { Arrangement } from '../arrangement.ts'
import { foldSpace, type Folding } from './folding.ts'

/** How far a part is moved from where it stands in the whole drawing. */
export interface FoldPlace {
  readonly dx: number
  readonly dy: number
}

export interface FoldContext {
  readonly drawing: Arrangement
  readonly folding: Folding
  readonly places: readonly FoldPlace[]
  readonly partAt: (y: number) => number
}

export function foldPlaces({ parts, cuts }: Folding): readonly FoldPlace[] {
  let x: number = foldSpace.margin
  return parts.map(({ left, right, from }, part) => {
    const before = part === 0 ? null : cuts[part - 1]!
    const air = foldSpace.margin + foldSpace.head
    const dy = before === null ? 0 : air + (before.xs.length - 1) * foldSpace.parallel - from
    const place = { dx: x - left, dy }
    x += right - left + gutterOf(cuts[part]?.xs.length ?? 0)
    return place
  })
}

const gutterOf = (links: number): number =>
  links === 0 ? 0 : 2 * foldSpace.gutter + (links - 1) * foldSpace.parallel
