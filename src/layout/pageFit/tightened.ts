/**
 * Compact spacing: the same solver with all sizes enlarged, and its drawing reduced by as much.
 * Boxes come out as large as they were, and every distance smaller.
 */
import type { Arrangement, Point, Rect, Size } from '../arrangement.ts'
import type { StepMeasure } from '../measure.ts'

/** `share` of the usual distances: at 0.7 an arrow head still has its 10 units. */
export function enlarged(measure: StepMeasure, share: number): StepMeasure {
  const grown = ({ width, height }: Size): Size => ({ width: width / share, height: height / share })
  return {
    step: (step, chart, view) => grown(measure.step(step, chart, view)),
    label: (text) => grown(measure.label(text)),
    laneHead: (name, width) => measure.laneHead(name, width * share) / share,
    laneWidth: (name) => measure.laneWidth(name) / share,
    sideBox: (step, side, chart) => {
      const size = measure.sideBox(step, side, chart)
      return size && grown(size)
    },
  }
}

export function reduced(drawing: Arrangement, share: number): Arrangement {
  // To a thousandth of a unit, so that a box is exactly as wide as its text was measured.
  const less = (length: number): number => Math.round(length * share * 1000) / 1000
  const rect = <R extends Rect>(one: R): R => ({
    ...one,
    x: less(one.x),
    y: less(one.y),
    width: less(one.width),
    height: less(one.height),
  })
  const { columns } = drawing
  return {
    ...drawing,
    width: less(drawing.width),
    height: less(drawing.height),
    steps: Object.fromEntries(Object.entries(drawing.steps).map(([id, one]) => [id, rect(one)])),
    flowlines: Object.fromEntries(
      Object.entries(drawing.flowlines).map(([id, route]) => [
        id,
        {
          ...route,
          points: route.points.map(([x, y]): Point => [less(x), less(y)]),
          label: route.label && rect(route.label),
        },
      ]),
    ),
    lanes: drawing.lanes.map((lane) => ({ ...rect(lane), head: less(lane.head) })),
    sideBoxes: drawing.sideBoxes.map(rect),
    columns: columns && {
      risks: rect(columns.risks),
      steps: rect(columns.steps),
      measures: rect(columns.measures),
      head: less(columns.head),
    },
  }
}
