/**
 * Routes cut flowlines to their connectors. Circles are farther apart than lines, so lines
 * shift sideways on separate levels and never cross.
 */
import type { Point } from '../../layout/arrangement.ts'
import { connectorSize } from '../figures/connectorFigure.ts'

/** Units between the middles of circles, and between the levels on which lines step aside. */
const apart = connectorSize + 8
const levelHeight = 7
const straight = 14

export interface SplitConnectors {
  /** Units from the cut to the far side of the circles. */
  readonly height: number
  readonly ways: readonly FanWay[]
}

export interface FanWay {
  readonly x: number
  /** The circle's middle. */
  readonly circleX: number
  /** From the cut (y = 0) away from the drawing to the circle's edge. */
  readonly points: readonly Point[]
}

/** For lines at these places, from left to right, in a drawing so wide. */
export function splitConnectorsOf(xs: readonly number[], width: number): SplitConnectors {
  if (xs.length === 0) return { height: 0, ways: [] }
  const circles = spreadApart(xs, width)
  const levels = levelsOf(xs, circles)
  const reach = levelHeight * (Math.max(...levels) + 1) + straight
  return {
    height: reach + connectorSize,
    ways: xs.map((x, i) => {
      const [circleX, bend] = [circles[i]!, levelHeight * (levels[i]! + 1)]
      const aside: readonly Point[] =
        circleX === x
          ? []
          : [
              [x, bend],
              [circleX, bend],
            ]
      return { x, circleX, points: [[x, 0], ...aside, [circleX, reach]] }
    }),
  }
}

/** In the same order, each at least so far from the next; a crowd keeps its middle. */
function spreadApart(xs: readonly number[], width: number): readonly number[] {
  const crowds: { first: number; count: number; middle: number }[] = []
  xs.forEach((x, i) => {
    let crowd = { first: i, count: 1, middle: x }
    for (let last = crowds.at(-1); last !== undefined && tooClose(last, crowd); last = crowds.at(-1)) {
      crowds.pop()
      const count = last.count + crowd.count
      const middle = (last.middle * last.count + crowd.middle * crowd.count) / count
      crowd = { first: last.first, count, middle }
    }
    crowds.push(crowd)
  })
  const placed = crowds.flatMap(({ count, middle }) =>
    Array.from({ length: count }, (_, i) => middle + (i - (count - 1) / 2) * apart),
  )
  const [left, right] = [placed[0]!, placed.at(-1)!]
  const half = connectorSize / 2 + 2
  const shift = left < half ? half - left : Math.min(0, width - half - right)
  return shift === 0 ? placed : placed.map((x) => x + shift)
}

function tooClose(
  a: { readonly count: number; readonly middle: number },
  b: { readonly count: number; readonly middle: number },
): boolean {
  return b.middle - a.middle < ((a.count + b.count) / 2) * apart
}

/** Of lines that step to the same side, the outermost bends first: so no line meets another. */
function levelsOf(xs: readonly number[], circles: readonly number[]): readonly number[] {
  const levels = xs.map(() => 0)
  const toLeft = xs.flatMap((x, i) => (circles[i]! < x ? [i] : []))
  const toRight = xs.flatMap((x, i) => (circles[i]! > x ? [i] : [])).reverse()
  for (const side of [toLeft, toRight]) side.forEach((i, level) => (levels[i] = level))
  return levels
}
