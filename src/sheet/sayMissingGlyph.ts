/** The one sentence about a character that cannot be drawn: which one, and where in the chart. Page, command line and server say it. */
import type { Chart } from '../model/chart.ts'
import { missingGlyphWords as words } from '../text/messages/missingGlyphWords.ts'

export interface MissingGlyph {
  readonly character: string
  /** The text, or the part of it, in which it was to be drawn. */
  readonly where: string
}

/** What is left of a character that was cut in two or read in the wrong encoding. */
export const damagedCharacter = '\uFFFD'

export function sayMissingGlyph({ character, where }: MissingGlyph, chart?: Chart): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const place = (chart && placeIn(chart, character)) ?? words.text(clean(where))
  if (character === damagedCharacter) return words.damaged(place)
  const shown = /[\p{C}\p{M}]/u.test(character) ? '' : character
  return words.missing(shown, code, place)
}

/** Who has the character in a text that is drawn; names first, because that is what a person looks for. */
function placeIn(chart: Chart, character: string): string | undefined {
  const has = (value: unknown): boolean => JSON.stringify(value ?? '').includes(asJson(character))
  const { steps, posts, flowlines, risks, measures, header } = chart
  const step = steps.find((one) => has({ ...one, note: undefined }))
  if (step) return words.step(steps.indexOf(step) + 1, clean(step.name))
  const post = posts.find(has)
  if (post) return words.post(clean(post.name))
  const line = flowlines.find(({ label }) => has(label))
  if (line) return words.label(clean(line.label ?? ''))
  const risk = risks.find(({ text, responsible, leader }) => has([text, responsible, leader]))
  if (risk) return words.risk(clean(risk.text))
  const measure = measures.find(({ text }) => has(text))
  if (measure) return words.measure(clean(measure.text))
  if (has(header.title)) return words.title
  return has(header) ? words.header : undefined
}

/** As it stands inside a JSON text: control characters and half ones are escaped there. */
function asJson(character: string): string {
  return JSON.stringify(character).slice(1, -1)
}

const longest = 30

/** A name in a sentence: short, and without what cannot be shown. */
function clean(text: string): string {
  const shown = text.replace(/\p{C}/gu, '\uFFFD').trim()
  return shown.length > longest ? `${Array.from(shown).slice(0, longest).join('')}…` : shown
}
