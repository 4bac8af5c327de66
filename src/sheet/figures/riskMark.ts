/**
 * The mark of a risk level: shape, colour, word, and a number if a step has several risks.
 * Legible without colour.
 */
import type { MarkShape, RiskLevel } from '../../model/grading.ts'
import type { Chart, Id } from '../../model/chart.ts'
import { ungraded } from '../../text/paper/paper.ts'
import { textWidthOf } from '../textWidth.ts'
import type { DisplayItem, PathCommand } from '../displayList.ts'
import { lineItem } from '../textItems.ts'
import { colour, markLook } from './look.ts'
import { circle, polygon } from './shapes.ts'

/** Height of a risk mark in units. */
export const markHeight = 18
const side = 5
const shapeSize = 9
const gap = 2.5

/** What a mark says: of a risk without a level, that it has none. */
export interface RiskMark {
  readonly word: string
  readonly colour: string
  readonly shape: MarkShape | null
}

const noLevel: RiskMark = { word: ungraded.word, colour: colour.ungraded, shape: null }

/** How a level is marked; without a level, the mark of an ungraded risk. */
export function riskMarkOf(level: RiskLevel | undefined): RiskMark {
  return level ?? noLevel
}

export function levelOf(level: Id | undefined, chart: Chart): RiskLevel | undefined {
  return chart.grading.levels.find((one) => one.id === level)
}

/** The gravest level among the step's risks, and how many risks there are; null where there is none. */
export function gravestMark(
  step: Id,
  chart: Chart,
): { readonly mark: RiskMark; readonly count: number } | null {
  const risks = chart.risks.filter((risk) => risk.step === step)
  if (risks.length === 0) return null
  const levels = risks.flatMap((risk) => levelOf(risk.level, chart) ?? [])
  const gravest = levels.reduce<RiskLevel | undefined>(
    (worst, level) => (worst === undefined || level.rank < worst.rank ? level : worst),
    undefined,
  )
  return { mark: riskMarkOf(gravest), count: risks.length }
}

/** Width of a risk mark in units, its number included. */
export function markWidth(mark: RiskMark, count: number): number {
  const number = count > 1 ? textWidthOf(String(count), markLook.size, markLook.weight) + gap : 0
  const shape = mark.shape === null ? 0 : shapeSize + gap
  return 2 * side + shape + textWidthOf(mark.word, markLook.size, markLook.weight) + number
}

/** A risk mark with its upper left corner at (x, y), in units. `count` is shown if it is more than 1. */
export function markFigure(mark: RiskMark, count: number, x: number, y: number): readonly DisplayItem[] {
  const middle = y + markHeight / 2
  const wordAt = x + side + (mark.shape === null ? 0 : shapeSize + gap)
  const wordWidth = textWidthOf(mark.word, markLook.size, markLook.weight)
  return [
    {
      kind: 'rect',
      x,
      y,
      width: markWidth(mark, count),
      height: markHeight,
      radius: 4,
      fill: mark.colour,
      stroke: colour.white,
      strokeWidth: 1,
    },
    ...(mark.shape === null ? [] : [shapeItem(mark.shape, x + side + shapeSize / 2, middle)]),
    ...lineItem(mark.word, { x: wordAt, middle, align: 'start' }, markLook),
    ...(count > 1
      ? lineItem(String(count), { x: wordAt + wordWidth + gap, middle, align: 'start' }, markLook)
      : []),
  ]
}

function shapeItem(shape: MarkShape, x: number, y: number): DisplayItem {
  return { kind: 'path', path: shapePath(shape, x, y, shapeSize / 2), fill: colour.white }
}

/** Radii differ, so that the shapes look equally large. */
function shapePath(shape: MarkShape, x: number, y: number, r: number): readonly PathCommand[] {
  switch (shape) {
    case 'triangle':
      return polygon([
        [x, y - r],
        [x + r, y + 0.85 * r],
        [x - r, y + 0.85 * r],
      ])
    case 'diamond':
      return polygon([
        [x, y - r],
        [x + r, y],
        [x, y + r],
        [x - r, y],
      ])
    case 'circle':
      return circle(x, y, 0.85 * r)
    case 'square':
      return polygon([
        [x - 0.8 * r, y - 0.8 * r],
        [x + 0.8 * r, y - 0.8 * r],
        [x + 0.8 * r, y + 0.8 * r],
        [x - 0.8 * r, y + 0.8 * r],
      ])
  }
}
