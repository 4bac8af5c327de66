/** Measures things for `layout`, with boxes as wide as an arrangement for a page wishes them. */
import type { BoxSetting, Size } from '../layout/arrangement.ts'
import type { StepMeasure } from '../layout/measure.ts'
import { textWidthOf } from './textWidth.ts'
import { labelLines, labelPadding } from './figures/flowlineFigure.ts'
import { headMargin } from './figures/laneFigure.ts'
import { headLook, labelLook } from './figures/look.ts'
import { sideBoxContent } from './figures/sideBoxContent.ts'
import { stepContent } from './figures/stepContent.ts'
import { brokenLines } from './lineBreak.ts'

const headPadding = 9

/** The canvas's heads; on a page that is full, a lane may be as narrow as its boxes. */
const narrowest = { canvas: 100, page: 60 } as const

/** The sizes that `layout` asks for, taken from the figures themselves. */
export function measureWith(boxes?: BoxSetting): StepMeasure {
  const down: StepMeasure = {
    step: (step, chart, view) => sizeOnly(stepContent(step, chart, view, boxes)),
    label: (text) => labelSize(text, boxes?.labelWidth),
    laneHead: headHeight,
    laneWidth: (name) => laneWidth(name, boxes === undefined ? narrowest.canvas : narrowest.page),
    sideBox: (step, side, chart) => {
      const content = sideBoxContent(step, side, chart, boxes?.sideWidth)
      return content && sizeOnly(content)
    },
  }
  if (boxes?.direction !== 'right') return down
  return {
    ...down,
    step: (step, chart, view) => turned(down.step(step, chart, view)),
    label: (text) => turned(labelSize(text, boxes.labelWidth)),
    laneHead: headWidth,
    laneWidth: (name) => headHeight(name, widestHead),
  }
}

const turned = ({ width, height }: Size): Size => ({ width: height, height: width })

function labelSize(text: string, breakAt?: number): Size {
  const lines = labelLines(text, breakAt)
  return {
    width: Math.ceil(widest(lines)) + 2 * labelPadding.x,
    height: lines.length * labelLook.lineHeight + 2 * labelPadding.y,
  }
}

/** Of a head at the left of its lane. */
const widestHead = 5 * headLook.size + 2 * headMargin

/** The narrowest head in which the name fits a lane so high; in a very low one it takes the widest. */
function headWidth(name: string, height: number): number {
  for (let width = 2 * headMargin + 4 * headLook.size; width < widestHead; width += headLook.size)
    if (headHeight(name, width) <= height) return width
  return widestHead
}

function headHeight(name: string, width: number): number {
  const lines = brokenLines(name, width - 2 * headMargin, headLook).length
  return Math.max(1, lines) * headLook.lineHeight + 2 * headPadding
}

function laneWidth(name: string, least: number): number {
  const inTwoLines = brokenLines(
    name,
    textWidthOf(name, headLook.size, headLook.weight) / 2 + headLook.size,
    headLook,
  )
  const needed = Math.max(...inTwoLines.map((line) => textWidthOf(line, headLook.size, headLook.weight)), 0)
  return Math.ceil(Math.min(220, Math.max(least, needed + 2 * headMargin)))
}

function sizeOnly({ width, height }: Size): Size {
  return { width, height }
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => textWidthOf(line, labelLook.size, labelLook.weight)))
}
