/** Search by Chinese text, pinyin or initials: 受理, shouli, sl. */
import { match } from 'pinyin-pro'

export interface Findable {
  readonly key: string
  readonly label: string
  readonly note: string
  readonly run: () => void
}

/** Matches, best first: text before pinyin, starts before middles; everything if the query is empty. */
export function findMatches(query: string, all: readonly Findable[]): readonly Findable[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return all
  return all
    .map((one, index) => ({ one, index, distance: distanceOf(wanted, one.label) }))
    .filter(({ distance }) => distance !== undefined)
    .sort((a, b) => a.distance! - b.distance! || a.index - b.index)
    .map(({ one }) => one)
}

function distanceOf(wanted: string, label: string): number | undefined {
  const at = label.toLowerCase().indexOf(wanted)
  if (at >= 0) return at
  const places = match(label, wanted, { precision: 'start', continuous: true })
  return places === null ? undefined : 100 + (places[0] ?? 0)
}
