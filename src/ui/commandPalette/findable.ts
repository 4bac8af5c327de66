/** Search by Chinese text, pinyin or initials: 受理, shouli, sl. */
import { textDistance } from '../base/textDistance.ts'

export interface Findable {
  readonly key: string
  readonly label: string
  readonly note: string
  /** Other words by which it is found. */
  readonly also?: readonly string[]
  readonly run: () => void
}

/** Matches, best first: text before pinyin, starts before middles; everything if the query is empty. */
export function findMatches(query: string, all: readonly Findable[]): readonly Findable[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return all
  return all
    .map((one, index) => ({ one, index, distance: nearest(wanted, one) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => a.distance! - b.distance! || a.index - b.index)
    .map(({ one }) => one)
}

/** A hit in another word counts less than any in the label. */
function nearest(wanted: string, { label, also = [] }: Findable): number | undefined {
  const own = textDistance(wanted, label)
  if (own !== undefined) return own
  const others = also.flatMap((word) => textDistance(wanted, word) ?? [])
  return others.length === 0 ? undefined : 1000 + Math.min(...others)
}
