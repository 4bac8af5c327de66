/** 阶段 across the drawing: bands one below the other, or columns side by side, however the flow runs. */
import type { Arrangement, FlowDirection, Rect } from '../layout/arrangement.ts'
import { parallelBars, type ParallelDrawing } from '../layout/rerouting/parallelBars.ts'
import type { Chart } from '../model/chart.ts'
import { phasesOf, type Phases } from '../model/phases.ts'

export interface PhaseBand {
  readonly name: string
  /** From border to border of the drawing, without the head beside it. */
  readonly rect: Rect
}

export interface PhaseBands {
  /** `down`: one below the other, with their heads at the left; `right`: side by side, heads above. */
  readonly along: FlowDirection
  readonly bands: readonly PhaseBand[]
}

/** Units: the head of the bands, at the left of the drawing, or above it. */
export const phaseHead = 30

/** null where the chart names no two phases, or their steps cannot be parted by straight lines. */
export function phaseBands(chart: Chart, arrangement: Arrangement): PhaseBands | null {
  const phases = phasesOf(chart)
  if (phases === null || arrangement.columns !== null) return null
  const flow: FlowDirection = arrangement.boxes?.direction ?? 'down'
  const across: FlowDirection = flow === 'down' ? 'right' : 'down'
  const isFolded = arrangement.lanes.length === 0
  for (const along of isFolded ? [flow, across] : [flow]) {
    const bands = bandsAlong(phases, chart, arrangement, along)
    if (bands) return { along, bands }
  }
  return null
}

function bandsAlong(
  phases: Phases,
  chart: Chart,
  arrangement: Arrangement,
  along: FlowDirection,
): readonly PhaseBand[] | null {
  const [side, start] = along === 'down' ? (['height', 'y'] as const) : (['width', 'x'] as const)
  const reaches = phases.names.map((_, phase) => {
    const boxes = chart.steps.flatMap(({ id }, at) =>
      phases.of[at] === phase ? (arrangement.steps[id] ?? []) : [],
    )
    return {
      from: Math.min(...boxes.map((box) => box[start])),
      to: Math.max(...boxes.map((box) => box[start] + box[side])),
    }
  })
  const gaps = reaches.slice(1).map(({ from }, at) => [reaches[at]!.to, from] as const)
  if (gaps.some(([to, from]) => to > from)) return null
  const first = arrangement.lanes[0]?.head ?? 0
  const drawn = parallelBars(chart, arrangement)
  const borders = [first, ...gaps.map((gap) => borderIn(gap, drawn, along)), arrangement[side]]
  const { width, height } = arrangement
  return phases.names.map((name, at) => {
    const [from, long] = [borders[at]!, borders[at + 1]! - borders[at]!]
    const rect =
      along === 'down' ? { x: 0, y: from, width, height: long } : { x: from, y: 0, width: long, height }
    return { name, rect }
  })
}

/** In the middle of the gap, or as near to it as no flowline runs along. */
function borderIn(
  [from, to]: readonly [number, number],
  { bars, routes }: ParallelDrawing,
  along: FlowDirection,
): number {
  const axis = along === 'down' ? 1 : 0
  const runs = Object.values(routes).flatMap(({ points }) =>
    points.slice(1).flatMap((point, at) => (point[axis] === points[at]![axis] ? [point[axis]] : [])),
  )
  const ends = bars.map(({ rect }) => (along === 'down' ? rect.y + rect.height / 2 : rect.x + rect.width / 2))
  const middle = (from + to) / 2
  const isFree = (at: number): boolean => [...runs, ...ends].every((run) => Math.abs(run - at) >= clear)
  for (let away = 0; away < (to - from) / 2 - 2; away += 2)
    for (const at of [middle - away, middle + away]) if (isFree(at)) return at
  return middle
}

/** Units: from a border to a flowline beside it. */
const clear = 7
