/** Measures things for `layout`. */
import type { StepMeasure } from '../layout/measure.ts'
import { textWidthOf } from './textWidth.ts'
import { labelLines } from './figures/flowlineFigure.ts'
import { headMargin } from './figures/laneFigure.ts'
import { headLook, labelLook } from './figures/look.ts'
import { sideBoxContent } from './figures/sideBoxContent.ts'
import { stepContent } from './figures/stepContent.ts'
import { brokenLines } from './lineBreak.ts'

const labelPadding = { x: 3, y: 1 } as const
const headPadding = 9

/** The sizes that `layout` asks for, taken from the figures themselves. */
export const measure: StepMeasure = {
  step: (step, chart, view) => sizeOnly(stepContent(step, chart, view)),
  label: (text) => {
    const lines = labelLines(text)
    return {
      width: Math.ceil(widest(lines)) + 2 * labelPadding.x,
      height: lines.length * labelLook.lineHeight + 2 * labelPadding.y,
    }
  },
  laneHead: (name, width) => {
    const lines = brokenLines(name, width - 2 * headMargin, headLook).length
    return Math.max(1, lines) * headLook.lineHeight + 2 * headPadding
  },
  laneWidth: (name) => {
    const inTwoLines = brokenLines(
      name,
      textWidthOf(name, headLook.size, headLook.weight) / 2 + headLook.size,
      headLook,
    )
    const needed = Math.max(...inTwoLines.map((line) => textWidthOf(line, headLook.size, headLook.weight)), 0)
    return Math.ceil(Math.min(220, Math.max(100, needed + 2 * headMargin)))
  },
  sideBox: (step, side, chart) => {
    const content = sideBoxContent(step, side, chart)
    return content && sizeOnly(content)
  },
}

function sizeOnly({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  return { width, height }
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => textWidthOf(line, labelLook.size, labelLook.weight)))
}
