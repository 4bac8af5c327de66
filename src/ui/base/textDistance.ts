/** How well a text answers a few letters: as it is written, by pinyin, or by initials (受理, shouli, sl). */
import { match } from 'pinyin-pro'

/** Lower is better: where it stands in the text, pinyin after text; undefined: not at all. `wanted` in lower case. */
export function textDistance(wanted: string, text: string): number | undefined {
  const at = text.toLowerCase().indexOf(wanted)
  if (at >= 0) return at
  const places = match(text, wanted, { precision: 'start', continuous: true })
  return places === null ? undefined : 100 + (places[0] ?? 0)
}
