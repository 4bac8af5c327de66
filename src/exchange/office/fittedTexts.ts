/**
 * How large the texts of an Office shape may be. A preset gives its text only a part of its box
 * (ECMA-376 part 1, presetShapeDefinitions.xml: half of each side of a diamond), and Word hides
 * the lines that find no room there.
 */
import type { Rect } from '../../layout/arrangement.ts'
import { brokenLines } from '../../sheet/lineBreak.ts'
import { textWidthOf } from '../../sheet/textWidth.ts'

export interface OfficeText {
  readonly words: string
  /** Points. */
  readonly size: number
  readonly bold?: true
}

/** EMU, left and right of the text. */
export const textInset = 18_000
/** Of a line, in sizes of its text; written as an exact pitch, so that every program takes the same. */
export const linePitch = 1.25

const emuOfPoint = 12_700
const leastSize = 4

/** Shares of the box that a preset gives its text. */
const rooms: { readonly [preset: string]: readonly [number, number] } = {
  flowChartDecision: [0.5, 0.5],
  flowChartTerminator: [0.9, 0.7],
  flowChartDocument: [1, 0.8],
  flowChartPredefinedProcess: [0.75, 1],
}

/** The texts, smaller where they would not fit. */
export function fittedTexts(texts: readonly OfficeText[], box: Rect, preset: string): readonly OfficeText[] {
  const [wide, high] = rooms[preset] ?? [1, 1]
  const width = (box.width * wide - 2 * textInset) / emuOfPoint
  const height = (box.height * high) / emuOfPoint
  for (let share = 1; share > 0.4; share -= 0.05) {
    const smaller = texts.map((text) => ({ ...text, size: halfPoints(text.size * share) }))
    const needed = smaller.reduce((sum, text) => sum + linesOf(text, width) * text.size * linePitch, 0)
    if (needed <= height) return smaller
  }
  return texts.map((text) => ({ ...text, size: halfPoints(text.size * 0.4) }))
}

/** A piece that is wider than the room is broken anywhere. */
function linesOf({ words, size, bold }: OfficeText, width: number): number {
  const weight = bold ? 'bold' : 'regular'
  return brokenLines(words, width, { size, weight }).reduce(
    (count, line) => count + Math.max(1, Math.ceil(textWidthOf(line, size, weight) / width)),
    0,
  )
}

function halfPoints(size: number): number {
  return Math.max(leastSize, Math.floor(size * 2) / 2)
}
