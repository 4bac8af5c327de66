/** Labels and values of the chart's header: 实施主体, 监督电话, 承诺时限 … */
import type { Header } from '../../../model/chart.ts'
import { readTimeLimit } from '../../../model/time/readTimeLimit.ts'
import { sealed, topWords } from '../../../text/recognition/tableWords.ts'
import { readPowerKind } from '../cells/readPowerKind.ts'
import { withoutBlanks } from './headingMeaning.ts'

export type HeaderPlace = keyof typeof topWords
export type HeaderFacts = Partial<Header>

/** The field that a label means. */
export function placeOf(label: string): HeaderPlace | undefined {
  const words = withoutBlanks(label)
  if (words.length > 16) return undefined
  return (Object.keys(topWords) as HeaderPlace[]).find((place) => topWords[place].test(words))
}

/** The first value of each field. */
export function headerFactsOf(pairs: readonly (readonly [string, string])[]): HeaderFacts {
  const facts = new Map<string, unknown>()
  for (const [label, words] of pairs) {
    const place = placeOf(label)
    const value = place && headerValue(place, words)
    if (place && value !== undefined && !facts.has(place)) facts.set(place, value)
  }
  return Object.fromEntries(facts)
}

/** Undefined if the words cannot be the value: a limit without a length, an empty line. */
export function headerValue(place: HeaderPlace, written: string): unknown {
  const words = written.trim().replace(sealed, '').trim()
  if (words === '' || /^[_＿\s]+$/.test(words)) return undefined
  if (place === 'statutoryLimit' || place === 'promisedLimit') return readTimeLimit(words)
  if (place === 'powerKind') return readPowerKind(words)
  return words
}
