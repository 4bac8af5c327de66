/**
 * A quick arrangement of a chart that was just edited: what is drawn stays, a new step stands below
 * (or beside) the one before it, what is in its way moves down as a whole. For large charts, until the
 * arrangement of the whole is ready.
 */
import type { Chart, EditionName, View } from '../../model/chart.ts'
import type { Arrangement, Rect, Size } from '../arrangement.ts'
import { meets } from '../coordinates/freeLabel.ts'
import type { StepMeasure } from '../measure.ts'
import type { Plan } from '../planning/plan.ts'
import { planOf } from '../planning/plan.ts'
import { spacing } from '../spacing.ts'
import { movedDrawing } from './movedDrawing.ts'
import { handPlaces, madeWay } from './withHandPlaced.ts'

interface GrownOptions {
  readonly view: View
  readonly edition: EditionName
  readonly measure: StepMeasure
}

/** More new steps than this are arranged by nobody in between. */
const mostNew = 8

/** Null where only the arrangement of the whole will do: other lanes, side boxes, many new steps. */
export function grownArrangement(
  chart: Chart,
  before: Arrangement,
  { view, edition, measure }: GrownOptions,
): Arrangement | null {
  if (view === 'columns' || before.boxes) return null
  const plan = planOf(chart, view, measure)
  const lanes = before.lanes.map((lane) => lane.post)
  if (view === 'lanes' && lanes.join() !== plan.lanes.join()) return null
  const isNew = plan.steps.map((step) => !before.steps[step.id])
  if (isNew.filter(Boolean).length > mostNew || isNew.every(Boolean)) return null
  const rects = placed(plan, before)
  const fresh = new Set(isNew.flatMap((is, index) => (is ? [index] : [])))
  const held = handPlaces(chart, view, edition)
  return movedDrawing(plan, before, madeWay({ plan, lanes: before.lanes, before: rects, held, fresh }))
}

/** Steps that are drawn stay, in the middle of where they were; new ones stand by what they hang on. */
function placed(plan: Plan, before: Arrangement): Rect[] {
  const rects: (Rect | undefined)[] = plan.steps.map(({ id, width, height }) => {
    const old = before.steps[id]
    return old && { x: old.x + (old.width - width) / 2, y: old.y, width, height }
  })
  for (let round = 0; round < mostNew; round++)
    for (const [index, rect] of rects.entries())
      rects[index] = rect ?? besideNeighbour(plan, before, rects, index)
  const foot = Math.max(0, ...rects.map((rect) => (rect ? rect.y + rect.height : 0))) + spacing.rows
  return rects.map(
    (rect, index): Rect =>
      rect ?? inLane(plan, before, index, { x: spacing.margin, y: foot, ...sizeOf(plan, index) }),
  )
}

const sizeOf = (plan: Plan, index: number) => ({
  width: plan.steps[index]!.width,
  height: plan.steps[index]!.height,
})

function besideNeighbour(
  plan: Plan,
  before: Arrangement,
  rects: readonly (Rect | undefined)[],
  index: number,
): Rect | undefined {
  const size = sizeOf(plan, index)
  const entry = plan.entries[index]!.find((line) => rects[plan.flowlines[line]!.from])
  if (entry === undefined) {
    const exit = plan.exits[index]!.find((line) => rects[plan.flowlines[line]!.to])
    const next = exit === undefined ? undefined : rects[plan.flowlines[exit]!.to]
    return next && inLane(plan, before, index, { x: middleOf(next) - size.width / 2, y: next.y, ...size })
  }
  const { from } = plan.flowlines[entry]!
  const above = rects[from]!
  const others = plan.exits[from]!.filter((line) => line !== entry && !plan.flowlines[line]!.return)
  const below = { x: middleOf(above) - size.width / 2, y: above.y + above.height + spacing.rows, ...size }
  const { side } = plan.flowlines[entry]!
  if (side !== null) return inLane(plan, before, index, besideOn(side, above, rects, size))
  if (others.length === 0) return inLane(plan, before, index, below)
  const right = Math.max(
    above.x + above.width,
    ...others.map((line) => {
      const rect = rects[plan.flowlines[line]!.to]
      return rect ? rect.x + rect.width : 0
    }),
  )
  return inLane(plan, before, index, { ...below, x: right + 2 * spacing.steps })
}

/** On the side where a person drew it: level where there is room, else below. */
function besideOn(
  side: 'left' | 'right',
  above: Rect,
  rects: readonly (Rect | undefined)[],
  { width, height }: Size,
): Rect {
  const gap = 2 * spacing.steps
  const x = side === 'left' ? above.x - gap - width : above.x + above.width + gap
  const level = { x, y: above.y + (above.height - height) / 2, width, height }
  const isFree = x >= spacing.lanePad && !rects.some((rect) => rect && meets(rect, level, spacing.steps))
  return isFree ? level : { ...level, y: above.y + above.height + spacing.rows }
}

const middleOf = ({ x, width }: Rect): number => x + width / 2

/** Moved into the lane of its post, as near as may be. */
function inLane(plan: Plan, { lanes }: Arrangement, index: number, rect: Rect): Rect {
  const lane = plan.view === 'lanes' ? lanes[plan.steps[index]!.lane] : undefined
  if (!lane) return { ...rect, x: Math.max(spacing.lanePad, rect.x) }
  const isInside = middleOf(rect) > lane.x && middleOf(rect) < lane.x + lane.width
  const x = isInside ? rect.x : middleOf(lane) - rect.width / 2
  const most = lane.x + lane.width - rect.width - spacing.lanePad
  return { ...rect, x: Math.min(most, Math.max(lane.x + spacing.lanePad, x)) }
}
