import type { Chart, Id } from '../../../model/chart.ts'
import type { PlacedStep } from '../../../model/edits/alignSteps.ts'

export type WalkDirection = 'down' | 'up' | 'left' | 'right'

/**
 * Where an arrow leads from a step: to the step that a flowline joins to it on that side of the
 * picture; else along the flow (up and down) or to the branch beside it; else to what stands there.
 * `standing` is how the steps are drawn; without it only the flow counts.
 */
export function stepToward(
  chart: Chart,
  from: Id,
  direction: WalkDirection,
  standing: readonly PlacedStep[],
): Id | undefined {
  const joined = new Set(
    chart.flowlines.flatMap((line) => (line.from === from ? [line.to] : line.to === from ? [line.from] : [])),
  )
  const here = standing.find(({ id }) => id === from)
  const others = standing.filter(({ id }) => id !== from)
  const nearestOf = (steps: readonly PlacedStep[]) => (here ? nearest(here, steps, direction) : undefined)
  return (
    nearestOf(others.filter(({ id }) => joined.has(id))) ??
    alongTheFlow(chart, from, direction) ??
    nearestOf(others)
  )
}

/** The nearest that stands more in this direction than across it. */
function nearest(here: PlacedStep, steps: readonly PlacedStep[], direction: WalkDirection): Id | undefined {
  let best: { readonly id: Id; readonly far: number } | undefined
  for (const step of steps) {
    const [dx, dy] = [centre(step)[0] - centre(here)[0], centre(step)[1] - centre(here)[1]]
    const [along, across] = {
      down: [dy, dx],
      up: [-dy, dx],
      right: [dx, dy],
      left: [-dx, dy],
    }[direction] as [number, number]
    if (along <= 0 || Math.abs(across) > along) continue
    const far = along + 2 * Math.abs(across)
    if (!best || far < best.far) best = { id: step.id, far }
  }
  return best?.id
}

const centre = ({ x, y, width, height }: PlacedStep): readonly [number, number] => [
  x + width / 2,
  y + height / 2,
]

function alongTheFlow({ flowlines }: Chart, step: Id, direction: WalkDirection): Id | undefined {
  const before = flowlines.find((line) => line.to === step)?.from
  if (direction === 'up') return before
  if (direction === 'down') return flowlines.find((line) => line.from === step)?.to
  const siblings = flowlines.filter((line) => line.from === before).map((line) => line.to)
  return siblings[siblings.indexOf(step) + (direction === 'right' ? 1 : -1)]
}
