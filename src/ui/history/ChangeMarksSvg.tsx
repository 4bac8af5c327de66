import type { Arrangement, Point, Rect } from '../../layout/arrangement.ts'
import type { Id } from '../../model/chart.ts'
import { differenceMark } from '../../text/screen/differences.ts'
import type { ChangeMarks, ChangeMark } from '../openChart/changeMarks.ts'
import './ChangeMarksSvg.css'

interface MarksInkProps {
  readonly arrangement: Arrangement
  readonly marks: ChangeMarks
  /** Maps a drawn step to the chart's step; they differ only on the external edition. */
  readonly behind?: ReadonlyMap<Id, Id>
}

/** Change marks over a drawing. Each kind has its own line and sign, besides its colour. */
export function ChangeMarksSvg({ arrangement, marks, behind }: MarksInkProps) {
  return (
    <g className="chart-marks">
      {Object.entries(arrangement.flowlines).map(([id, { points }]) => {
        const mark = marks.flowlines.get(id)
        return mark && <FlowlineMark key={id} points={points} mark={mark} />
      })}
      {Object.entries(arrangement.steps).map(([id, box]) => {
        const mark = marks.steps.get(behind?.get(id) ?? id)
        return mark && <StepMark key={id} box={box} mark={mark} />
      })}
    </g>
  )
}

const gap = 5
const beside = 13

function StepMark({ box, mark }: { readonly box: Rect; readonly mark: ChangeMark }) {
  return (
    <g className={`chart-mark chart-mark-${mark}`}>
      <rect
        x={box.x - gap}
        y={box.y - gap}
        width={box.width + 2 * gap}
        height={box.height + 2 * gap}
        rx={8}
      />
      <Sign at={[box.x - gap, box.y - gap]} mark={mark} />
    </g>
  )
}

function FlowlineMark({ points, mark }: { readonly points: readonly Point[]; readonly mark: ChangeMark }) {
  return (
    <g className={`chart-mark chart-mark-${mark}`}>
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <Sign at={besideMiddleOf(points)} mark={mark} />
    </g>
  )
}

function Sign({ at: [x, y], mark }: { readonly at: Point; readonly mark: ChangeMark }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={8} />
      <text textAnchor="middle" dy="0.36em">
        {differenceMark[mark].sign}
      </text>
    </g>
  )
}

/** Next to the middle of the longest segment, where a sign hides no corner or arrow. */
function besideMiddleOf(points: readonly Point[]): Point {
  const stretches = points.slice(1).map((to, at) => [points[at]!, to] as const)
  const [first = [points[0]!, points[0]!] as const, ...others] = stretches
  const [from, to] = others.reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best), first)
  const isUpright = from[0] === to[0]
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  return isUpright ? [x - beside, y] : [x, y - beside]
}

function lengthOf([from, to]: readonly [Point, Point]): number {
  return Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1])
}
